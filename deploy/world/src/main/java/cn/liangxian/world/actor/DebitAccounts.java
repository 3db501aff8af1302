package cn.liangxian.world.actor;

import cn.liangxian.policy.DebitBank;
import cn.liangxian.policy.DebitResult;
import cn.liangxian.policy.DebitTerms;
import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The bank accounts of the residents who have their contributions debited: at which bank, under which agreement, how much
 * lies on them and what is wrong with them.
 */
public final class DebitAccounts {
    private static final long PLENTY = 2_000_000;
    /** Enough for one insurance at its lowest, not for two. */
    private static final long LITTLE = 40_000;

    private final Map<Integer, Account> byResident = new HashMap<>();
    private final Map<String, Account> byAgreement = new HashMap<>();
    private final Map<String, Account> byKey = new HashMap<>();
    private final List<Account> all = new ArrayList<>();

    /** What keeps an account from being debited until something is done about it. */
    private enum Trouble {
        NONE,
        FROZEN,
        CLOSED,
        OTHER_NAME
    }

    /** A resident's account; its agreement changes with the card. */
    static final class Account {
        private final Resident resident;
        private final DebitBank bank;
        private int card = 1;
        private boolean signed;
        private long balance;
        private Trouble trouble;
        private LocalDate mendedOn;

        private Account(Resident resident, DebitBank bank, Chance die) {
            this.resident = resident;
            this.bank = bank;
            balance = List.of(PLENTY, LITTLE, 0L).get(die.of("balance").weighted(78, 12, 10));
            trouble = Trouble.values()[die.of("trouble").weighted(94, 2, 2, 2)];
        }

        Resident resident() {
            return resident;
        }

        String bank() {
            return bank.code();
        }

        boolean signed() {
            return signed;
        }

        /** None of its branches has a number of its own. */
        String openingBank() {
            return bank.number();
        }

        String agreementNo() {
            return "XY-" + resident.number() + "-" + card;
        }

        /** Nineteen digits that no bank gave out. */
        String number() {
            return "99" + "%015d".formatted(resident.number()) + "%02d".formatted(card);
        }
    }

    /** Each resident who pays in this way is with one of the banks that the policy names. */
    public DebitAccounts(Surroundings around, List<Resident> residents) {
        String channel = around.county().debitChannel();
        List<DebitBank> banks = around.policy().debit().map(DebitTerms::banks).orElse(List.of());
        for (Resident resident : residents) {
            if (!resident.habit().pays() || !resident.habit().channel().equals(channel)) continue;
            Chance die = around.chance().of("account").of(resident.number());
            Account account = new Account(resident, banks.get(die.of("bank").below(banks.size())), die);
            byResident.put(resident.number(), account);
            all.add(account);
        }
    }

    List<Account> all() {
        return all;
    }

    Account of(Resident resident) {
        return byResident.get(resident.number());
    }

    /** Under which key the services know the resident. */
    synchronized void knownAs(String personKey, Account account) {
        byKey.put(personKey, account);
    }

    synchronized Account knownAs(String personKey) {
        return byKey.get(personKey);
    }

    synchronized void signed(Account account) {
        account.signed = true;
        byAgreement.put(account.agreementNo(), account);
    }

    /** The card is another one from now on: nothing can be debited until an agreement is signed for it. */
    synchronized void changeCard(Account account) {
        account.card++;
        account.signed = false;
        account.trouble = Trouble.NONE;
    }

    /** The resident sees to it that money lies there, or that the account is free again, from this day on. */
    synchronized void mend(Account account, LocalDate on) {
        account.mendedOn = on;
    }

    /** The bank reverses a debit. */
    synchronized void giveBack(String agreementNo, long fen) {
        byAgreement.get(agreementNo).balance += fen;
    }

    /** The bank takes the amount, or says why not. */
    synchronized DebitResult debit(String agreementNo, long fen, LocalDate day) {
        Account account = byAgreement.get(agreementNo);
        if (account == null) return DebitResult.NO_AGREEMENT;
        if (!account.signed || !agreementNo.equals(account.agreementNo())) return DebitResult.ACCOUNT_INVALID;
        if (account.mendedOn != null && !day.isBefore(account.mendedOn)) {
            account.balance += PLENTY;
            if (account.trouble == Trouble.FROZEN) account.trouble = Trouble.NONE;
            account.mendedOn = null;
        }
        switch (account.trouble) {
            case FROZEN:
                return DebitResult.ACCOUNT_FROZEN;
            case CLOSED:
                return DebitResult.ACCOUNT_INVALID;
            case OTHER_NAME:
                return DebitResult.NAME_MISMATCH;
            default:
                if (account.balance < fen) return DebitResult.INSUFFICIENT;
                account.balance -= fen;
                return DebitResult.OK;
        }
    }
}
