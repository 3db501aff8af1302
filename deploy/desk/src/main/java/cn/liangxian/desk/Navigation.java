package cn.liangxian.desk;

import cn.liangxian.handoff.Department;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one navigation over the five desks, and the pages of this one. */
@ApplicationScoped
class Navigation {

    private static final List<String> SERVICES =
            List.of("audit", "enrollment", "collection", "reconciliation", "subsidy");
    private final Config config;
    private final String service;
    private final List<DeskEntry> entries;

    Navigation(
            Config config,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Instance<DeskEntries> pages) {
        this.config = config;
        this.service = service;
        this.entries = pages.stream().flatMap(each -> each.entries().stream()).toList();
    }

    /** A link as a page shows it. */
    public record Link(String title, String href, String icon, boolean current) {}

    DeskEntry entry(String path) {
        return entries.stream()
                .filter(entry -> entry.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
    }

    /** A page for a department that finds it. @throws Problem 404 where this county has none, 403 where the department finds none */
    DeskEntry open(String path, Department department) {
        DeskEntry entry = entry(path);
        if (!entry.isFor(department)) {
            throw new Problem(
                    AnyRequestProblem.FORBIDDEN,
                    new Text("本页不对" + department.zh() + "开放", "not a page of " + department.en()));
        }
        return entry;
    }

    /** The first page that the department has here. */
    DeskEntry first(Department department) {
        return entries.stream()
                .filter(entry -> entry.isFor(department))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        AnyRequestProblem.FORBIDDEN,
                        new Text("没有对" + department.zh() + "开放的页面", "no page for " + department.en())));
    }

    /** Where the desk of a service is. */
    String address(String name) {
        return config.getValue("liangxian.desk." + name, String.class);
    }

    List<Link> desks(Desk desk) {
        return SERVICES.stream()
                .map(name -> new Link(desk.word("desk_" + name), address(name) + "/desk", name, name.equals(service)))
                .toList();
    }

    List<Link> entries(Desk desk, Department department, String current) {
        return entries.stream()
                .filter(entry -> entry.isFor(department))
                .map(entry -> new Link(
                        desk.word(entry.word()),
                        "/desk/" + entry.path(),
                        entry.icon(),
                        entry.path().equals(current)))
                .toList();
    }
}
