package cn.liangxian.policy;

import cn.liangxian.deadlines.Anchors;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one jurisdiction decided for one fee year, read from its file. Immutable and safe to share between threads. */
public final class Policy {
    private Policy() {}

    public static Policy load(Path yaml) {
        throw new UnsupportedOperationException();
    }

    public static Policy load(Path yaml, Path holidays) {
        throw new UnsupportedOperationException();
    }

    public String id() {
        throw new UnsupportedOperationException();
    }

    public String version() {
        throw new UnsupportedOperationException();
    }

    public String digest() {
        throw new UnsupportedOperationException();
    }

    public Jurisdiction jurisdiction() {
        throw new UnsupportedOperationException();
    }

    public int feeYear() {
        throw new UnsupportedOperationException();
    }

    public Campaign campaign() {
        throw new UnsupportedOperationException();
    }

    public List<Category> categories() {
        throw new UnsupportedOperationException();
    }

    public Optional<Category> category(String code) {
        throw new UnsupportedOperationException();
    }

    public Set<Department> listingDepartments() {
        throw new UnsupportedOperationException();
    }

    public List<Channel> channels() {
        throw new UnsupportedOperationException();
    }

    public Optional<Channel> channel(String code) {
        throw new UnsupportedOperationException();
    }

    public int age(PersonFacts person, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    public Decision eligible(Insurance insurance, PersonFacts person, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    public List<Tier> tiers(Insurance insurance, PersonFacts person, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    public Assessment assess(Insurance insurance, PersonFacts person, LocalDate on, Fen tier) {
        throw new UnsupportedOperationException();
    }

    public Subsidy governmentSubsidy(Insurance insurance, Fen tier) {
        throw new UnsupportedOperationException();
    }

    public List<Grant> grants(PersonFacts person, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    public Optional<Hold> hold(Insurance insurance, PersonFacts person, String channel, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    public BenefitStart benefitStart(Insurance insurance, LocalDate paidOn) {
        throw new UnsupportedOperationException();
    }

    public Optional<Deadline> deadline(String handoff) {
        throw new UnsupportedOperationException();
    }

    public Map<String, Deadline> deadlines() {
        throw new UnsupportedOperationException();
    }

    public List<Department> reviewers(String handoff) {
        throw new UnsupportedOperationException();
    }

    public Schedule schedule(String name) {
        throw new UnsupportedOperationException();
    }

    public Map<String, Schedule> schedules() {
        throw new UnsupportedOperationException();
    }

    public Anchors anchors() {
        throw new UnsupportedOperationException();
    }
}
