/** A small notebook with one of each: prose, speaker notes, a control, rows of single children, groups, two drawings. */
export const ward = `---
title: Small ward
authors: [Ada, Grace]
format: 1
---
# Small ward

Forty simulated children. More at [the project](https://example.org/phems). <img src=x onerror=document.title=1>

\`\`\`note
This is for the speaker alone.
\`\`\`

\`\`\`simulate id=ward
use: picu-sepsis
persons: 40
seed: 3
tables: [hours]
\`\`\`

\`\`\`input id=oldest
type: range
label: Age below
min: 1
max: 216
step: 1
value: 216
unit: months
\`\`\`

## Rows of single children

\`\`\`sql id=rowsOfAll
select person_id, hour, heart_rate from ward_hours where age_months < \${oldest} order by person_id, hour
\`\`\`

## How they are spread

The dots are hours of single children.

\`\`\`chart id=dots
from: rowsOfAll
mark: dot
x: hour
y: heart_rate
\`\`\`

---

\`\`\`sql id=units code=shown
select surgical, count(distinct person_id) as children, count(*) as hours, avg(heart_rate) as a_mean_with_a_long_name_that_does_not_fit_on_one_line_of_paper_at_all from ward_hours group by surgical order by surgical
\`\`\`

## By kind of admission

One bar a kind.

\`\`\`chart id=bars
from: units
mark: bar
x: surgical
y: hours
title: Hours by kind of admission
\`\`\`
`;
