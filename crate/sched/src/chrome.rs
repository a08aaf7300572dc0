//! A trace as Chrome trace JSON, for the tools that read it.

use std::fmt::Write;

use taskyard_graph::TaskId;

use crate::trace::{TraceEvent, TraceKind};

/// The trace as a JSON object. `workers` names the lanes; `label` names tasks.
///
/// Each attempt is a complete event (`X`) whose `args` tell its end and size;
/// an attempt that had not ended is left out.
pub fn chrome_trace(
    events: &[TraceEvent],
    workers: u32,
    mut label: impl FnMut(TaskId) -> String,
) -> String {
    let mut json = String::from("{\"displayTimeUnit\":\"ms\",\"traceEvents\":[");
    for lane in 0..=workers {
        let name = if lane == workers { "main".to_owned() } else { format!("worker {lane}") };
        // Writing to a String cannot fail.
        let _ = write!(
            json,
            "{{\"name\":\"thread_name\",\"ph\":\"M\",\"pid\":0,\"tid\":{lane},\"args\":{{\"name\":\"{name}\"}}}},"
        );
    }
    let tasks = events.iter().map(|event| event.task.index() + 1).max().unwrap_or(0);
    let mut begun: Vec<Option<TraceEvent>> = vec![None; tasks];
    for event in events {
        let Some(slot) = begun.get_mut(event.task.index()) else { continue };
        let end = match event.kind {
            TraceKind::Start => {
                *slot = Some(*event);
                continue;
            }
            TraceKind::Ready | TraceKind::Release => continue,
            TraceKind::End => "done",
            TraceKind::Failed => "failed",
            TraceKind::Home => "home",
        };
        let Some(start) = slot.take() else { continue };
        json.push_str("{\"name\":");
        push_json_text(&mut json, &label(event.task));
        let _ = write!(
            json,
            ",\"cat\":\"task\",\"ph\":\"X\",\"pid\":0,\"tid\":{},\"ts\":{},\"dur\":{},\"args\":{{\"task\":{},\"end\":\"{end}\",\"bytes\":{}}}}},",
            start.worker,
            start.time_us,
            event.time_us - start.time_us,
            event.task.0,
            event.bytes,
        );
    }
    if json.ends_with(',') {
        json.pop();
    }
    json.push_str("]}");
    json
}

fn push_json_text(json: &mut String, text: &str) {
    json.push('"');
    for letter in text.chars() {
        match letter {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            control if control < ' ' => {
                let _ = write!(json, "\\u{:04x}", u32::from(control));
            }
            other => json.push(other),
        }
    }
    json.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_become_bars() {
        let event = |kind, worker, time_us| TraceEvent {
            task: TaskId(0),
            kind,
            worker,
            time_us,
            bytes: 8,
        };
        let events = [
            event(TraceKind::Ready, 1, 0.0),
            event(TraceKind::Start, 0, 1.0),
            event(TraceKind::Home, 0, 2.5),
            event(TraceKind::Start, 1, 3.0),
            event(TraceKind::End, 1, 5.0),
            event(TraceKind::Release, 1, 6.0),
        ];
        let json = chrome_trace(&events, 1, |_| "say \"hi\"\n\u{1}".to_owned());
        let name = r#"{"name":"say \"hi\"\n\u0001","cat":"task","ph":"X","pid":0"#;
        let expected = [
            r#"{"displayTimeUnit":"ms","traceEvents":["#,
            r#"{"name":"thread_name","ph":"M","pid":0,"tid":0,"args":{"name":"worker 0"}},"#,
            r#"{"name":"thread_name","ph":"M","pid":0,"tid":1,"args":{"name":"main"}},"#,
            name,
            r#","tid":0,"ts":1,"dur":1.5,"args":{"task":0,"end":"home","bytes":8}},"#,
            name,
            r#","tid":1,"ts":3,"dur":2,"args":{"task":0,"end":"done","bytes":8}}]}"#,
        ];
        assert_eq!(json, expected.concat());
    }
}
