package cn.liangxian.journeys.oracle;

/** Public and sponsors' money: applied for, appropriated, posted, returned. */
final class Funds {

    final Sums applied = new Sums();
    final Sums appropriated = new Sums();
    final Sums shortfall = new Sums();
    final Sums paidIn = new Sums();
    final Sums proxyPaid = new Sums();
    final Sums returned = new Sums();
    final Sums sponsored = new Sums();
    private long returnedByTax;

    void take(Event event) {
        switch (event.fact()) {
            case "subsidy-funds-applied" ->
                applied.add(event.text("purpose"), event.number("heads"), event.number("amount"));
            case "subsidy-funds-appropriated" -> {
                appropriated.add(event.text("purpose"), event.number("amount"));
                if (event.number("shortfall") != 0) {
                    shortfall.add(event.text("purpose"), event.number("shortfall"));
                }
            }
            case "subsidy-funds-paid-in" ->
                paidIn.add(event.text("purpose"), event.number("heads"), event.number("amount"));
            case "subsidy-funds-returned" -> returned.add(event.text("purpose"), event.number("amount"));
            case "subsidy-proxy-paid" -> proxyPaid.add(event.text("insurance"), event.number("amount"));
            case "subsidy-sponsorship-paid" -> sponsored.add(event.text("insurance"), event.number("amount"));
            case "collection-payment-returned" -> {
                if (event.text("payer").equals("PROXY")) {
                    returnedByTax += event.number("amount");
                }
            }
            default -> {}
        }
    }

    /** What reached the persons and funds it was appropriated for. */
    long posted() {
        return paidIn.fen() + proxyPaid.fen() - returnedByTax;
    }
}
