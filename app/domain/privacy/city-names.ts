import { wordsOf } from '#app/domain/privacy/reading.ts'

/** Names of the city and around it: districts, towns, houses, its club. Another city writes its own. */
export const cityNames = wordsOf(`
plymouth plympton plymstock devonport stonehouse stoke mutley peverell efford derriford crownhill southway ernesettle honicknowle whitleigh budeaux keyham
ford milehouse mannamead hartley compton eggbuckland estover leigham laira lipson gould prince cattedown barbican hoe millbridge tamerton roborough
woolwell staddiscombe elburton hooe turnchapel oreston saltash torpoint ivybridge exeter torquay paignton truro cornwall devon dartmoor saltram edgcumbe
cawsand tavistock liskeard looe newquay penzance bodmin totnes yelverton sherford belliver langage manadon widewell glenholt argyle guildhall`)
