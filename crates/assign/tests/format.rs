//! Files: round trips, and hostile bytes.

mod common;

use assign::{
    FormatError, Options, check, generate, read_instance, read_solution, solve, write_instance, write_solution,
};
use common::tiny;

fn bytes_of(instance: &assign::Instance) -> Vec<u8> {
    let mut bytes = vec![];
    write_instance(instance, &mut bytes).expect("writing to memory");
    bytes
}

#[test]
fn instances_come_back_as_they_were() {
    for seed in 0..2_000 {
        let instance = tiny(seed, 8);
        assert_eq!(read_instance(&bytes_of(&instance)).as_ref(), Ok(&instance), "seed {seed}");
    }
}

#[test]
fn solutions_come_back_as_they_were() {
    for seed in 0..500 {
        let instance = tiny(seed, 8);
        let solution = solve(&instance, &Options::default());
        let mut bytes = vec![];
        write_solution(&solution, &mut bytes).expect("writing to memory");
        let read = read_solution(&bytes).expect("just written");
        assert_eq!(read, solution);
        check(&instance, &read).expect("still proved");
    }
}

/// FNV-1a of the files made by the original generator.
#[test]
fn generated_files_are_those_of_the_original_generator() {
    let known = [(1_000, 60, 1, true, HASHES[0]), (10_000, 130, 2, true, HASHES[1]), (3_000, 90, 5, false, HASHES[2])];
    for (workers, ratio, seed, skew, hash) in known {
        let bytes = bytes_of(&generate::generate(&generate::Recipe { workers, ratio, seed, skew }));
        let fnv =
            bytes.iter().fold(0xCBF2_9CE4_8422_2325, |h: u64, &b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01B3));
        assert_eq!(fnv, hash, "{workers} workers, {ratio} % seats, seed {seed}");
    }
}

const HASHES: [u64; 3] = [0x5805_7D43_D9DA_525E, 0xF9A1_E948_4A77_F2F2, 0xCFF1_000A_162B_58D3];

#[test]
fn any_cut_is_refused() {
    let bytes = bytes_of(&tiny(11, 8));
    for length in 0..bytes.len() {
        assert!(read_instance(&bytes[..length]).is_err(), "{length} bytes");
    }
    let mut longer = bytes;
    longer.push(0);
    assert!(matches!(read_instance(&longer), Err(FormatError::Length { .. })));
}

#[test]
fn huge_counts_are_refused_before_anything_is_allocated() {
    for at in 0..4 {
        for huge in [u64::MAX, u64::MAX / 4, 1 << 40] {
            let mut bytes = bytes_of(&tiny(11, 8));
            bytes[8 + 8 * at..16 + 8 * at].copy_from_slice(&huge.to_le_bytes());
            assert!(matches!(read_instance(&bytes), Err(FormatError::Length { .. })), "count {at} = {huge}");
        }
    }
}

#[test]
fn changed_bytes_give_an_error_or_another_instance_never_a_panic() {
    for seed in 0..300 {
        let bytes = bytes_of(&tiny(seed, 5));
        for at in 0..bytes.len() {
            for flip in [0x01, 0x80, 0xFF] {
                let mut changed = bytes.clone();
                changed[at] ^= flip;
                if let Ok(instance) = read_instance(&changed) {
                    check(&instance, &solve(&instance, &Options::default())).expect("whatever is read can be solved");
                }
            }
        }
    }
}

#[test]
fn other_files_are_refused() {
    assert_eq!(read_instance(b""), Err(FormatError::Magic));
    assert_eq!(read_instance(b"QIAOHS01........"), Err(FormatError::Magic));
    assert_eq!(read_solution(b"QIAOHF01........"), Err(FormatError::Magic));
}
