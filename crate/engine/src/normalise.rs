//! Takes out of a text what differs from run to run: tokens and addresses.

/// Hex digits of an md5 token.
const TOKEN: usize = 32;
/// Group lengths of a uuid.
const UUID: [usize; 5] = [8, 4, 4, 4, 12];

fn is_hex(c: u8) -> bool {
    matches!(c, b'0'..=b'9' | b'a'..=b'f')
}

fn hex_run(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|&&c| is_hex(c)).count()
}

/// The length of a uuid at the start of a text.
fn uuid_length(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    for (group, &length) in UUID.iter().enumerate() {
        if group > 0 {
            if bytes.get(at) != Some(&b'-') {
                return None;
            }
            at += 1;
        }
        if hex_run(bytes.get(at..)?) < length {
            return None;
        }
        at += length;
    }
    Some(at)
}

/// A token right after a hyphen that follows the end of a name.
fn is_token(before: &[u8], rest: &[u8]) -> bool {
    let [.., last, b'-'] = before else { return false };
    let ends_name = last.is_ascii_alphanumeric() || matches!(last, b'_' | b'#' | b')' | b']' | b'>' | b'.') || *last >= 0x80;
    ends_name && hex_run(rest) == TOKEN
}

/// Replaces uuids, tokens and addresses as the records do.
#[must_use]
pub fn normalise(text: &str) -> String {
    let mut out: Vec<u8> = Vec::with_capacity(text.len());
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        if let Some(length) = uuid_length(rest) {
            out.push(b'#');
            at += length;
        } else if is_token(&out, rest) {
            out.push(b'#');
            at += TOKEN;
        } else if rest.starts_with(b"at 0x") && hex_run(&rest[5..]) > 0 {
            out.extend_from_slice(b"at 0x#");
            at += 5 + hex_run(&rest[5..]);
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    drop_origin(&String::from_utf8(out).unwrap_or_else(|_| text.to_owned()))
}

/// `cannot import name 'x' from 'y' (where)` without where.
fn drop_origin(text: &str) -> String {
    let Some(start) = text.find("cannot import name '") else { return text.to_owned() };
    let Some(open) = text[start..].find("' (").map(|place| start + place + 1) else { return text.to_owned() };
    match text[open..].find(')') {
        Some(close) => format!("{}{}", &text[..open], &text[open + close + 1..]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::normalise;

    #[test]
    fn tokens_and_addresses_go() {
        let check = |text: &str, expected: &str| assert_eq!(normalise(text), expected);
        check("Delayed('inc-2736ef24-98df-4b1f-8e64-0123456789ab')", "Delayed('inc-#')");
        check("Delayed('add-5c76b9d8f0a1b2c3d4e5f60718293a4b')", "Delayed('add-#')");
        check("add-5c76b9d8f0a1b2c3d4e5f60718293a4bc", "add-5c76b9d8f0a1b2c3d4e5f60718293a4bc");
        check("<function f at 0x7f12ab>", "<function f at 0x#>");
        check("cannot import name 'x' from 'y' (unknown location)", "cannot import name 'x' from 'y'");
        check("plain - text", "plain - text");
    }
}
