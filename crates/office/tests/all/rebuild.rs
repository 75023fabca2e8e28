//! Read models computed anew while others write.

use crate::support::clerk;
use crate::support::files::{Member, head, roster};
use domain::door::Command;
use domain::ids::SpellId;
use domain::ledger::Spell;

for_each_db! {
    async fn what_is_written_during_a_rebuild_is_not_lost(home: Home) {
        let members: Vec<Member> = (0..150).map(head).collect();
        home.import(roster("花名册.csv", &members)).await;
        let persons: Vec<_> = home.state().await.persons().iter().map(|person| person.id).collect();
        for some in persons.chunks(10).take(10) {
            let work = async |nth: usize| {
                let spell = Box::new(Spell::new(SpellId(office::ids::fresh()), some[nth]));
                home.submit(&clerk(), Command::AddSpell { spell }).await.unwrap();
            };
            let writes = async {
                for nth in 0..some.len() {
                    work(nth).await;
                }
            };
            let scope = clerk();
            let (rebuilt, ()) = tokio::join!(home.office.rebuild(&scope), writes);
            assert_eq!(rebuilt.unwrap(), 150);
            let state = home.sound().await;
            let working = state.now.values().filter(|row| row.employed > 0).count();
            assert_eq!(working, state.spells().len(), "everybody at work is counted");
        }
    }
}
