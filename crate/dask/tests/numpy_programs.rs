//! Programs with numpy whose output is that of real numpy: `numpy/NAME.py`
//! prints what `numpy/NAME.out` holds, written by `expect.sh`.

mod common;

#[test]
fn numpy_programs_print_what_numpy_prints() {
    common::check_folder("numpy");
}
