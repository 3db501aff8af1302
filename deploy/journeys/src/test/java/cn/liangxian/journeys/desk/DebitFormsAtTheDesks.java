package cn.liangxian.journeys.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.journeys.access.Asking;
import cn.liangxian.local.Stack;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** From whom the forms are taken that only a county has which debits accounts and watches cash; {@link DepartmentsJourney} has all others. */
record DebitFormsAtTheDesks(Stack stack) {

    static final Set<String> PAGES = Set.of(
            "collection/desk/debits",
            "collection/desk/debit-lists",
            "collection/desk/agreements",
            "collection/desk/cash",
            "collection/desk/cash-taking",
            "enrollment/desk/survey");

    /** Answers with the page itself, which says that there is no file. */
    private static final String SAYS_SO_ON_THE_PAGE = "collection/desk/debit-lists";

    void areKept() throws IOException {
        Map<String, DeskForms.Sender> senders = new LinkedHashMap<>();
        DepartmentsJourney.clerks(stack).forEach((department, login) -> senders.put(department, loggedIn(login)));
        stack.administrators().forEach(each -> senders.put(each, loggedIn(each)));
        Map<String, Map<String, String>> taken = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        new DeskForms().of(PAGES).sentBy(senders).forEach((form, statuses) -> {
            taken.put(form, DeskForms.marks(statuses));
            statuses.forEach((who, status) -> {
                boolean told = status == 200 && form.equals(SAYS_SO_ON_THE_PAGE);
                if (!told && (status < 400 || status >= 500)) {
                    wrong.add(who + ": " + form + " " + status);
                }
            });
        });
        assertEquals(List.of(), wrong);
        new MarksDocument(Path.of(System.getProperty("liangxian.root"), "deploy/docs/pages-banks.md"))
                .says(
                        """
                        # From whom a form is taken in a county that debits accounts

                        Generated as the second table of [pages.md](pages.md) is, by `DebitJourney`: the forms of pages that only a county with batch
                        debits, watched cash and a coverage survey has.

                        """)
                .table(taken)
                .isKept();
    }

    /** Without a browser; a form that is taken leads to a page, so that its answer is 200. */
    private DeskForms.Sender loggedIn(String login) {
        Asking person = Asking.asPerson(stack);
        person.logIn(person.send(person.to("audit", "/desk/mine").build()).body(), login);
        return (service, path, type, content) -> {
            HttpRequest form = person.to(service, path)
                    .header(Asking.TYPE, type)
                    .POST(BodyPublishers.ofByteArray(content))
                    .build();
            HttpResponse<String> answer = person.send(form);
            if (answer.uri().toString().startsWith(stack.issuer())) {
                throw new IllegalStateException(login + " is not logged in at " + path);
            }
            return answer.statusCode();
        };
    }
}
