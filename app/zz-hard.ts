import { suggestPairs } from '#app/domain/matching/suggest.ts'
const S = 1, N = 0
type P = [string, string, string, string?]
const pairs: [number, P, P][] = [
 [S, ["Margaret O'Connell", 'Care assistant', 'Beechwood Lodge'], ['Maggie OConnell', 'carer', 'Beechwood, Derriford']],
 [S, ['Nkechi Obi', 'Nurse', 'Beechwood Lodge'], ['Kechi Obi', 'nurse', 'Beechwood Lodge Nursing Home']],
 [S, ['Temitope Bakare', 'Home carer', 'Tamarside Care Ltd'], ['Temi B', 'carer', 'Tamarside']],
 [S, ['Priya Raghunathan', 'Nurse', 'Rowan House'], ['Dr Priya Ragunathan', 'nurse', 'rowan hse']],
 [S, ['Jo from days at Rowan House', 'carer', ''], ['Joanne Pascoe', 'Care assistant', 'Rowan House']],
 [S, ['Kowalski Piotr', 'Support worker', 'Tamarside Care'], ['Peter Kowalski', 'carer', 'Tamar Side']],
 [S, ['Mrs Trewin (Sue)', 'cook', 'Rowan House'], ['Susan Trewin', 'Chef', 'Rowan House']],
 [S, ['Big Dave the driver', 'drives the bus', 'Rowan House'], ['David Harris', 'Minibus driver', 'Rowan House']],
 [S, ['Nurse Grace', 'nurse', 'St Aubyn Court'], ['Grace Mensah RGN', 'Registered nurse', 'St. Aubyns Court Nursing Home']],
 [S, ['Agnieszka (Aga) Nowak', 'Carer', 'Tamarside'], ['Aga Nowack', 'carer', 'Tamarside Care']],
 [S, ['Rachael Hill-Davies', 'Manager', 'Kestrel View'], ['Rach Davies', 'Registered manager', 'Kestrel View Care Home']],
 [S, ['Siobhan Murphy', 'carer', 'Kestrel View'], ['Shivaun Murphy', 'Care worker', 'the View']],
 [S, ['João da Silva', 'Carer', 'Kestrel View'], ['Joao Silva', 'Carer', 'Kestrel view']],
 [S, ['Rutendo Moyo', 'Support worker', 'Plymbridge Supported Living'], ['Ru Moyo', 'support worker', 'PSL']],
 [S, ['Tinashe Chikafu', 'Carer', 'Plymbridge'], ['Tinasha Chikafu', 'Carer', 'Plym Bridge']],
 [S, ['Oluwatobiloba Ajayi', 'Carer', 'Plymbridge'], ['Tobi Ajayi', 'carer', 'Plymbridge']],
 [S, ['Gwen Hughes-Parry', 'Activities co-ordinator', 'Rowan House'], ['Gwenllian Hughes Parry', 'Activity lead', 'Rowan House']],
 [S, ['Nguyen Thi Lan', 'Carer', 'Rowan House'], ['Lan Nguyen', 'Care assistant', 'Rowan House']],
 [S, ['Tracy Bate', 'Domestic', 'Rowan House'], ['Tracey Bates', 'cleaner', 'Rowan House']],
 [S, ['Mohammed Al-Hassan', 'Carer', 'Tamarside'], ['Mohamed Alhassan', 'carer', 'Tamarside']],
 [S, ['Wendy', 'receptionist', 'Rowan House'], ['Wendy Clatworthy', 'Reception', 'Rowan House, Plympton']],
 [S, ['Stephen Trebilcock', 'Carer', 'Tamarside'], ['Steve Trebilcok', 'Home carer', 'Tamarside']],
 [S, ['Kayleigh-Ann Bright', 'Carer', 'Anchor, Rowan House'], ['Kayleigh Bright', 'Carer', 'Rowan House']],
 [S, ['Bogdan Ionescu', 'Carer', 'Tamarside'], ['Bogdan I.', 'carer', 'Tamar side home care']],
 [S, ['Ms. Deirdre McCarthy', 'Carer', 'Kestrel View'], ['Dierdre MacCarthy', 'Carer', 'Kestrel View']],
 [S, ['Vasile-Marian Popescu', 'Carer', 'Kestrel View'], ['Marian Popescu', 'Carer', 'Kestrel View']],
 [S, ['Svetlana Kuznetsova', 'Laundry', 'Kestrel View'], ['Lana Kuznetsov', 'laundry lady', 'Kestrel View']],
 [S, ['Eilidh Fraser', 'carer', 'Kestrel View'], ['Ailie Fraser', 'carer', 'Kestrel View']],
 [N, ['Sarah Jones', 'Carer', 'Kestrel View'], ['Sarah Jones', 'Carer', 'Rowan House']],
 [N, ['Sarah Jones', 'Registered nurse', 'Tamarside'], ['Sarah Jones', 'nurse', 'Beechwood Lodge']],
 [N, ['Karen Hill', 'Carer', 'Rowan House'], ['Kerry Hill', 'Carer', 'Rowan House']],
 [N, ['Mark Smith', 'Carer', 'Rowan House'], ['Mary Smith', 'Carer', 'Rowan House']],
 [N, ['Paul Edge', 'Carer', 'Rowan House'], ['Paula Edge', 'Carer', 'Rowan House']],
 [N, ['Tom Harris', 'Carer', 'Rowan House'], ['Thomas Harrison', 'Carer', 'Rowan House']],
 [N, ['Emma', 'cook', 'Plymbridge'], ['Emma Pike', 'Support worker', 'Plymbridge']],
 [N, ['Daniel Webb', 'Carer', 'Tamarside'], ['Danielle Webb', 'Carer', 'Tamarside']],
 [N, ['Maria Santos', 'Carer', 'Beechwood Lodge'], ['Maria Silva', 'Carer', 'Beechwood Lodge']],
 [N, ['Olena Koval', 'Carer', 'Beechwood Lodge'], ['Olena Kovalenko', 'Carer', 'Kestrel View']],
 [N, ['Jan Kowalczyk', 'Carer', 'Tamarside'], ['Janet Kowal', 'Carer', 'Tamarside']],
 [N, ['Michelle Down', 'Carer', 'Beechwood Lodge'], ['Michael Down', 'Carer', 'Beechwood Lodge']],
 [N, ['Alex Reed', 'Cook', 'Beechwood Lodge'], ['Alexandra Reid', 'Carer', 'Kestrel View']],
]
const teams: [number, P, P][] = [
 [S, ['The kitchen team at Rowan House', '', 'Rowan House'], ['Rowan House catering', 'cooks', 'Rowan House']],
 [S, ['Hope Café', '', 'Trinity Church'], ['the Hope cafe', 'dementia cafe', 'Trinity church hall']],
 [S, ['Tamarside Reablement', '', 'Tamarside'], ['Reablement Team (Tamarside)', '', 'Tamarside Care Ltd']],
 [S, ['All the staff at Kestrel View', '', 'Kestrel View'], ['Kestrel View Team', 'everyone', 'Kestrel View Care Home']],
 [S, ['Day centre drivers', 'drivers', 'Sable Street'], ['Sable Street Drivers', '', 'Sable St']],
 [N, ['Rowan House night team', '', 'Rowan House'], ['Rowan House day team', '', 'Rowan House']],
 [N, ['Rowan House night team', '', 'Rowan House'], ['Kestrel View night team', '', 'Kestrel View']],
 [N, ['Team 1', '', 'Tamarside'], ['Team 2', '', 'Tamarside']],
 [N, ['Ward 3 team', '', 'Tamarside'], ['Ward 4 team', '', 'Tamarside']],
 [N, ['Rowan House Team', '', 'Rowan House'], ['Rowan House laundry', '', 'Rowan House']],
]
const all = [...pairs.map((p) => ['person', p] as const), ...teams.map((p) => ['team', p] as const)]
const described = all.flatMap(([kind, [, a, b]], i) => [a, b].map(([name, job, employer, reach = ''], j) => ({ id: `${i}${'ab'[j]}`, kind, name, job, employer, reach })))
const got = suggestPairs(described)
for (const [i, [, [want, a, b]]] of all.entries()) {
  const g = got.find((x) => x.one === `${i}a` && x.other === `${i}b`)
  if (Boolean(g) !== Boolean(want)) console.log(want ? 'MISSED' : 'FALSE', a, b, g)
}
console.log('across', got.filter((g) => parseInt(g.one) !== parseInt(g.other)).map((g) => [described.find((d) => d.id === g.one), described.find((d) => d.id === g.other), g.reasons]))
