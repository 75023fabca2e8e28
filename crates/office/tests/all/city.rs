//! A city's office with two counties: one ledger a county, files and runs as one.

use crate::support::files::{Post, head, id_no, name, phone, posts, table};
use crate::support::{Home, envelope, number, row_refusals, somebody, today};
use domain::access::{Role, Scope};
use domain::bridge::{Figures, Verdict};
use domain::door::Command;
use domain::facts::BatchCounts;
use domain::places::{Edition, Level, Region, gazetteer};
use office::Office;
use office::import::{Choices, Upload};
use office::queries::bridge::{Offer, OfferFilter};
use store::Page;

fn region(code: u64) -> Region {
    Region::new(code).unwrap()
}

pub(crate) fn city() -> Region {
    region(140_200_000_000)
}

/// 天镇县 and 阳高县.
pub(crate) fn counties() -> [Region; 2] {
    [region(140_222_000_000), region(140_221_000_000)]
}

fn clerk_of(region: Region) -> Scope {
    Office::command_line(Role::Clerk, region)
}

/// Makes the office that of the city.
pub(crate) async fn of_city(home: &Home) {
    home.store.set_setting("home", &city().to_string()).await.unwrap();
}

/// The first village of a county, with its township.
fn village(county: Region) -> [String; 2] {
    let places = gazetteer().within(county, Edition::Y2020);
    let village = places.iter().find(|place| place.level() == Level::Village && place.kind.is_village()).unwrap();
    let township = gazetteer().place(village.region.township(), Edition::Y2020).unwrap();
    [township.name.to_string(), village.name.to_string()]
}

/// A roster of heads: of each the number and the county, if the line names one.
pub(crate) fn roster(lines: &[(u32, Option<Region>)]) -> Upload {
    let heading = ["县区", "乡镇", "行政村", "姓名", "证件号码", "与户主关系", "户类型", "劳动技能", "联系电话"];
    let line = |&(n, county): &(u32, Option<Region>)| {
        let named = county.map(|county| gazetteer().name(county).unwrap().to_owned()).unwrap_or_default();
        let [township, village] = county.map(village).unwrap_or_default();
        let own = head(n);
        vec![
            named,
            township,
            village,
            name(n),
            id_no(n),
            own.relation.into(),
            own.class.into(),
            own.labour.into(),
            phone(n),
        ]
    };
    table("全市花名册.csv", &heading, &lines.iter().map(line).collect::<Vec<_>>())
}

async fn import(home: &Home, scope: &Scope, file: Upload) -> (BatchCounts, domain::ids::BatchId) {
    let preview = home.office.preview(scope, file, &Choices::default()).await.unwrap();
    (preview.counts, home.office.commit(scope, preview).await.unwrap().0)
}

async fn refusals(home: &Home, file: Upload) -> Vec<u16> {
    row_refusals(&home.office.preview(&clerk_of(city()), file, &Choices::default()).await.unwrap())
}

async fn persons(home: &Home, region: Region) -> u32 {
    home.store.read().counts(region.area()).await.unwrap().members
}

async fn offers(home: &Home, scope: &Scope, run: domain::ids::RunId) -> Vec<Offer> {
    let all = OfferFilter { region: None, covers: false, verdict: None, page: 1, size: 50 };
    home.office.offers(scope, run, &all).await.unwrap().unwrap().list.rows
}

fn decide(offer: &Offer, verdict: Verdict) -> Command {
    let (person, vacancy, run) = (offer.person, offer.vacancy, Some(offer.run));
    Command::DecideProposal { person, vacancy, run, verdict, day: today(), reason: None }
}

for_each_db! {
    async fn a_file_of_a_city_goes_to_each_county_and_comes_back_as_one(home: Home) {
        of_city(&home).await;
        let [a, b] = counties();
        let file = roster(&[(3, None), (0, Some(a)), (1, Some(b)), (2, Some(a)), (4, Some(b)), (5, Some(a))]);
        let preview = home.office.preview(&clerk_of(city()), file.clone(), &Choices::default()).await.unwrap();
        assert_eq!(preview.counts, BatchCounts { new: 5, changed: 0, same: 0, faulty: 1 });
        assert_eq!(row_refusals(&preview), [1120]);
        let (batch, receipt) = home.office.commit(&clerk_of(city()), preview).await.unwrap();
        assert!(receipt.changed > 10);
        assert_eq!((persons(&home, a).await, persons(&home, b).await, persons(&home, city()).await), (3, 2, 5));
        home.sound().await;

        let seen = home.office.imported(&clerk_of(city())).await.unwrap();
        assert_eq!((seen.len(), seen[0].batch.id, seen[0].parts, seen[0].undone), (1, batch, 3, 0));
        assert_eq!((seen[0].batch.counts.new, seen[0].batch.counts.faulty), (5, 1));
        let own = home.office.imported(&clerk_of(a)).await.unwrap();
        assert_eq!((own.len(), own[0].batch.id, own[0].batch.counts.new), (1, batch, 3));

        // The same file again says nothing new, also where a line without a county is of somebody known by now.
        let (again, _) = import(&home, &clerk_of(city()), file).await;
        assert_eq!(again, BatchCounts { same: 5, faulty: 1, ..BatchCounts::default() });
        let (found, _) = import(&home, &clerk_of(city()), roster(&[(4, None), (0, None)])).await;
        assert_eq!(found, BatchCounts { same: 2, ..BatchCounts::default() });

        // One county takes its part back; the city the rest.
        home.office.undo_import(&clerk_of(b), batch).await.unwrap();
        assert_eq!((persons(&home, a).await, persons(&home, b).await), (3, 0));
        let seen = home.office.imported(&clerk_of(city())).await.unwrap().pop().unwrap();
        assert_eq!((seen.batch.id, seen.undone, seen.batch.undone), (batch, 1, false));
        home.office.undo_import(&clerk_of(city()), batch).await.unwrap();
        assert_eq!(persons(&home, city()).await, 0);
        assert_eq!(number(home.office.undo_import(&clerk_of(city()), batch).await), 1116);
        home.sound().await;
    }

    async fn what_cannot_be_written_in_one_county_is_written_in_none(home: Home) {
        of_city(&home).await;
        let [a, b] = counties();
        let file = roster(&[(0, Some(a)), (1, Some(b))]);
        let preview = home.office.preview(&clerk_of(city()), file, &Choices::default()).await.unwrap();
        import(&home, &clerk_of(b), roster(&[(1, Some(b))])).await;
        let entries = home.sound().await.entries;
        assert!(home.office.commit(&clerk_of(city()), preview).await.is_err());
        assert_eq!((persons(&home, a).await, home.sound().await.entries), (0, entries));
    }

    async fn nobody_belongs_to_two_counties(home: Home) {
        of_city(&home).await;
        let [a, b] = counties();
        let twice = roster(&[(0, Some(b)), (0, Some(a))]);
        let preview = home.office.preview(&clerk_of(city()), twice, &Choices::default()).await.unwrap();
        assert_eq!((preview.counts.faulty, preview.changes().count()), (2, 0), "one number, two people");
        import(&home, &clerk_of(a), roster(&[(0, Some(a))])).await;
        assert_eq!(refusals(&home, roster(&[(0, Some(b))])).await, [1111]);
    }

    async fn a_city_is_run_as_one_and_kept_county_by_county(home: Home) {
        of_city(&home).await;
        let (scope, [a, b]) = (clerk_of(city()), counties());
        import(&home, &scope, roster(&[(0, Some(a)), (1, Some(a)), (2, Some(a)), (3, Some(b))])).await;
        // Both posts are known to the second county alone; the third is the city's own.
        import(&home, &clerk_of(b), posts("岗位.csv", &[Post::new("阳高县甲公司", "缝纫工", 2)])).await;
        import(&home, &scope, posts("市岗位.csv", &[Post::new("大同市乙公司", "保洁员", 1)])).await;
        assert_eq!(home.office.screen_all(&scope).await.unwrap().opened, 2);
        let ran = home.office.run_bridge(&scope, today(), &|_| ()).await.unwrap();
        let figures = &ran.figures;
        assert_eq!((figures.households, figures.zero_employment, figures.covered, figures.seats), (4, 4, 3, 3));
        home.sound().await;

        // One run for the city, its own part for each county, and the parts add up.
        assert_eq!(home.office.last_run(&scope).await.unwrap(), Some(ran.run));
        let whole = home.office.run_page(&scope, ran.run).await.unwrap().unwrap();
        assert_eq!((whole.region, whole.whole, &whole.figures), (city(), None, figures));
        let mut parts = Vec::new();
        for county in [a, b] {
            assert_eq!(home.office.last_run(&clerk_of(county)).await.unwrap(), Some(ran.run));
            let page = home.office.run_page(&clerk_of(county), ran.run).await.unwrap().unwrap();
            assert_eq!((page.region, page.whole), (county, Some(city())));
            parts.push(page.figures);
        }
        assert_eq!((parts[0].households, parts[1].households, parts[0].seats, parts[1].seats), (3, 1, 0, 2));
        let own = home.store.read().run_parts(city().area(), ran.run).await.unwrap();
        assert_eq!((own.len(), Figures::sum(own.iter().map(|part| &part.record.figures))), (3, figures.clone()));

        // The first county sees titles of the others, decides about its own people, and holds their seats against everybody.
        let seen = offers(&home, &clerk_of(a), ran.run).await;
        assert_eq!(seen.len() as u32, parts[0].placed);
        assert!(seen.iter().all(|offer| !offer.title.is_empty() && offer.employer.is_some()));
        assert_eq!(offers(&home, &scope, ran.run).await.len(), 3);
        for offer in &seen {
            home.office.submit(&clerk_of(a), envelope(decide(offer, Verdict::Accepted))).await.unwrap();
        }
        let families = home.store.read().scan(b.area(), 10).next().await.unwrap().unwrap();
        let person = families[0].members[0].0.record.id;
        let (vacancy, run, verdict, day) = (seen[0].vacancy, Some(ran.run), Verdict::Accepted, today());
        let wish = Command::DecideProposal { person, vacancy, run, verdict, day, reason: None };
        let taken = seen.iter().filter(|offer| offer.vacancy == vacancy).count() as u32 == seen[0].seats;
        let wished = home.office.submit(&scope, envelope(wish)).await;
        assert_eq!(wished.is_err(), taken, "{wished:?}");
        if taken {
            assert_eq!(number(wished), 1302);
        }
        let health = home.office.doctor().await.unwrap();
        assert!(health.read_models_ok && health.journal_ok);

        // A county that runs by itself keeps what its people have, and takes no seat that others keep.
        let alone = home.office.run_bridge(&clerk_of(a), today(), &|_| ()).await.unwrap();
        assert_eq!(alone.figures.placed as usize, seen.len());
        let alone = home.office.run_bridge(&clerk_of(b), today(), &|_| ()).await.unwrap();
        let kept = seen.iter().filter(|offer| offer.title == "缝纫工").count() as u32;
        assert_eq!(alone.figures.seats, if kept == 2 { 0 } else { 2 - kept });
        assert_eq!(home.office.last_run(&scope).await.unwrap(), Some(ran.run), "the city's last run is the city's");
        let again = home.office.run_bridge(&scope, today(), &|_| ()).await.unwrap();
        assert_eq!(again.figures.covered, 3);
        assert_eq!(home.office.run_page(&scope, again.run).await.unwrap().unwrap().covered_before, Some(3));
    }

    async fn a_city_works_in_the_ledger_of_its_counties(home: Home) {
        of_city(&home).await;
        let (scope, [a, b]) = (clerk_of(city()), counties());
        import(&home, &scope, roster(&[(0, Some(a)), (1, Some(b))])).await;
        let state = home.store.read();
        let mut scan = state.scan(city().area(), 10);
        let families = scan.next().await.unwrap().unwrap();
        for family in &families {
            let household = &family.household.record;
            let fields = vec![("note".to_owned(), serde_json::json!("走访过"))];
            let edit = domain::door::Edit { seen: family.household.version, fields };
            let command = Command::EditHousehold { id: household.id, edit };
            let stranger = somebody(Role::Clerk, other(household.region));
            assert_eq!(number(home.office.submit(&stranger, envelope(command.clone())).await), 1002);
            home.office.submit(&scope, envelope(command)).await.unwrap();
            let page = home.office.household(&scope, household.id).await.unwrap().unwrap();
            assert_eq!((page.note.as_deref(), page.history.len()), (Some("走访过"), 2));
        }
        for county in [a, b] {
            assert_eq!(state.journal(county.county(), None, 9).await.unwrap().len(), 2);
        }
        let batches = state.batch_list(city().area(), Page::first(5)).await.unwrap();
        assert_eq!((batches.total, batches.rows[0].len()), (1, 2));
        home.sound().await;
    }
}

/// The other county.
fn other(region: Region) -> Region {
    let [a, b] = counties();
    if a.contains(region) { b } else { a }
}
