# Moments as text and back: strftime, strptime, isoformat and fromisoformat.
# covers: datetime (naive)
from datetime import date, datetime, time

m = datetime(2024, 7, 4, 9, 5, 3, 78)
for directive in "aAbBcdDeFfgGHIjklmMnpPrRSTuUVwWxXyYzZ%":
    print(directive, repr(m.strftime("%" + directive)), end=" ")
print()
print(m.strftime("%A, %d. %B %Y at %H:%M"), f"{m:%Y/%m/%d %I %p}", format(m), f"{m.date():%d-%b}", f"{m.time():%H.%M.%S}")
print(m.strftime("%-d %-m %_H 100%% done"), repr(m.strftime("")), date(987, 1, 2).strftime("%Y|%y|%j"))

print(m.isoformat(), m.isoformat(" "), m.date().isoformat(), m.time().isoformat())
for spec in ["auto", "hours", "minutes", "seconds", "milliseconds", "microseconds"]:
    print(m.isoformat(timespec=spec), m.time().isoformat(spec), end=" ")
print()

for text, form in [
    ("2024-07-04", "%Y-%m-%d"),
    ("04/07/24 9:05 pm", "%d/%m/%y %I:%M %p"),
    ("Thursday, July 4, 2024", "%A, %B %d, %Y"),
    ("thu jul 4 09:05:03 2024", "%a %b %d %H:%M:%S %Y"),
    ("20240704T090503.25", "%Y%m%dT%H%M%S.%f"),
    ("2024 186", "%Y %j"),
    ("2024 27 4", "%G %V %u"),
    ("2024 week 26, Sunday", "%Y week %W, %A"),
    ("69 12", "%y %m"),
    ("  12:30", "%H:%M"),
    ("12   30", "%H %M"),
]:
    try:
        print(datetime.strptime(text, form))
    except ValueError as error:
        print(error)

for text in ["2024-07-04", "20240704", "2024-W27-4", "2024-07-04T09", "2024-07-04 09:05:03.5", "20240704T090503", "2024-07-04T09:05Z"]:
    print(repr(datetime.fromisoformat(text)))
print(date.fromisoformat("2024-W01"), time.fromisoformat("T09:05"), time.fromisoformat("090503,123"))
back = datetime.strptime(m.strftime("%c"), "%c")
print(back, back == m.replace(microsecond=0), datetime.fromisoformat(str(m)) == m)
