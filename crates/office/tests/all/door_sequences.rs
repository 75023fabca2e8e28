//! Random sequences of commands against a reckoning of their own of what each may do.

mod model;
mod world;

use proptest::prelude::*;
use proptest::sample::Index;
use world::{Op, World};

fn op() -> impl Strategy<Value = Op> {
    // Mostly the clerk, so that things happen; the others in turn.
    let by = prop_oneof![2 => Just(0), 3 => 0..world::ACTORS];
    prop_oneof![
        3 => (prop::collection::vec(0..world::PEOPLE, 1..5), 0..4_u32)
            .prop_map(|(who, shade)| Op::Import { who, shade }),
        5 => (any::<Index>(), by.clone()).prop_map(|(batch, by)| Op::Undo { batch, by }),
        5 => (any::<Index>(), 0..4_i64, prop::collection::vec((0..3_usize, 0..3_u32), 1..3), by.clone())
            .prop_map(|(who, back, fields, by)| Op::EditPerson { who, back, fields, by }),
        3 => (any::<Index>(), 0..4_i64, 0..3_u32, by.clone())
            .prop_map(|(whose, back, value, by)| Op::EditHousehold { whose, back, value, by }),
        4 => (any::<Index>(), 1..13_u32, by.clone()).prop_map(|(who, month, by)| Op::AddSpell { who, month, by }),
        2 => (any::<Index>(), 1..13_u32, by.clone()).prop_map(|(spell, month, by)| Op::EndSpell { spell, month, by }),
        3 => (any::<Index>(), any::<Index>(), 0..4_usize, by.clone())
            .prop_map(|(who, vacancy, verdict, by)| Op::Decide { who, vacancy, verdict, by }),
        2 => (any::<Index>(), 0..3_usize, by.clone()).prop_map(|(vacancy, state, by)| Op::SetState { vacancy, state, by }),
        2 => (any::<Index>(), any::<bool>(), by.clone()).prop_map(|(answer, newer, by)| Op::Choose { answer, newer, by }),
        1 => (0..4_u32, by.clone()).prop_map(|(login, by)| Op::Open { login, by }),
        1 => (any::<Index>(), by).prop_map(|(account, by)| Op::Close { account, by }),
        1 => any::<Index>().prop_map(|who| Op::Forget { who }),
        3 => any::<Index>().prop_map(|sent| Op::Again { sent }),
        1 => Just(Op::Bridge),
    ]
}

/// Fewer sequences than elsewhere, for each opens an office; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { ProptestConfig::default().cases } else { 48 };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_is_asked_the_door_keeps_its_word(ops in prop::collection::vec(op(), 8..30)) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        runtime.block_on(async {
            let mut world = World::new().await;
            for op in &ops {
                world.step(op).await;
            }
            world.end().await;
        });
    }
}
