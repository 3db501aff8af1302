package cn.liangxian.world;

import cn.liangxian.world.actor.Accountability;
import cn.liangxian.world.actor.Actor;
import cn.liangxian.world.actor.AgentRegistrations;
import cn.liangxian.world.actor.AgreementSigners;
import cn.liangxian.world.actor.AuditBureau;
import cn.liangxian.world.actor.Banks;
import cn.liangxian.world.actor.Bills;
import cn.liangxian.world.actor.CashVillages;
import cn.liangxian.world.actor.CashWatch;
import cn.liangxian.world.actor.Complainants;
import cn.liangxian.world.actor.Corrections;
import cn.liangxian.world.actor.DebitAccounts;
import cn.liangxian.world.actor.DebitFailures;
import cn.liangxian.world.actor.DebitLists;
import cn.liangxian.world.actor.Diary;
import cn.liangxian.world.actor.EarlierYears;
import cn.liangxian.world.actor.EndedStatuses;
import cn.liangxian.world.actor.Enquirers;
import cn.liangxian.world.actor.Entitlements;
import cn.liangxian.world.actor.Finance;
import cn.liangxian.world.actor.IdentityChanges;
import cn.liangxian.world.actor.ImportFailures;
import cn.liangxian.world.actor.LastYear;
import cn.liangxian.world.actor.ListingDepartments;
import cn.liangxian.world.actor.MonthEnds;
import cn.liangxian.world.actor.NamedPersons;
import cn.liangxian.world.actor.Objectors;
import cn.liangxian.world.actor.Offices;
import cn.liangxian.world.actor.Outages;
import cn.liangxian.world.actor.PayableRosters;
import cn.liangxian.world.actor.Payers;
import cn.liangxian.world.actor.PlanningLists;
import cn.liangxian.world.actor.Police;
import cn.liangxian.world.actor.Records;
import cn.liangxian.world.actor.RefundRequests;
import cn.liangxian.world.actor.Refunds;
import cn.liangxian.world.actor.Registrations;
import cn.liangxian.world.actor.Reminders;
import cn.liangxian.world.actor.Rosters;
import cn.liangxian.world.actor.SchoolRolls;
import cn.liangxian.world.actor.Schools;
import cn.liangxian.world.actor.Screenings;
import cn.liangxian.world.actor.SpecialCases;
import cn.liangxian.world.actor.Sponsors;
import cn.liangxian.world.actor.Surroundings;
import cn.liangxian.world.actor.Townships;
import cn.liangxian.world.actor.Treasury;
import cn.liangxian.world.actor.VillageAgents;
import cn.liangxian.world.actor.Waivers;
import cn.liangxian.world.actor.WrongNames;
import cn.liangxian.world.population.County;
import cn.liangxian.world.population.Resident;
import java.util.List;

/** Who plays: one actor per part, in the order in which they act within a phase. */
final class Cast {
    private Cast() {}

    static List<Actor> of(Surroundings around, List<Resident> residents) {
        Records records = new Records(around.policy());
        Bills bills = new Bills(around);
        Sponsors sponsors = new Sponsors(around, records, bills, residents);
        Diary diary = new Diary(around, records, residents, sponsors.numbers());
        Registrations registrations = new Registrations(around, residents);
        WrongNames names = new WrongNames(around, bills, residents);
        SpecialCases specialCases = new SpecialCases(around);
        PlanningLists lists = new PlanningLists(
                around.county(),
                around.misbehaviour(),
                around.chance(),
                County.listsDue(around.policy()),
                around::nextWorkday);
        Treasury treasury = new Treasury(around);
        DebitAccounts accounts = new DebitAccounts(around, residents);
        AgreementSigners signers = new AgreementSigners(around, accounts);
        Payers payers = new Payers(around, diary, bills, specialCases);
        return List.of(
                new Police(around, residents),
                new LastYear(around, residents),
                new ListingDepartments(around, records, lists.plan(residents)),
                new ImportFailures(around),
                new Screenings(around),
                new Waivers(around),
                new IdentityChanges(around, records, residents),
                new EndedStatuses(around, residents),
                registrations,
                new Rosters(around, registrations, names),
                names,
                specialCases,
                new PayableRosters(around),
                signers,
                new DebitLists(around, records, bills, accounts, residents),
                new Banks(around, accounts),
                new DebitFailures(around, accounts, signers, payers),
                new AgentRegistrations(around, residents),
                new Reminders(around, residents),
                new SchoolRolls(around, residents),
                new Schools(around),
                new Outages(around),
                treasury,
                new MonthEnds(around, treasury),
                new CashWatch(around, residents),
                new Complainants(around, residents),
                new Finance(around),
                new Entitlements(around),
                new Corrections(around),
                new RefundRequests(around),
                new Refunds(around),
                new Townships(around),
                new Offices(around),
                new NamedPersons(around),
                new Enquirers(around),
                new Accountability(around),
                new Objectors(around),
                new AuditBureau(around),
                payers,
                new EarlierYears(around, diary, residents),
                new VillageAgents(around, diary, bills, specialCases),
                new CashVillages(around, diary, bills, residents),
                sponsors);
    }
}
