import { phrasesOf, wordsOf } from '#app/domain/privacy/reading.ts'

/** Diagnoses, and what is only had with one: told of somebody unless the words around say otherwise. */
export const diagnoses = phrasesOf(`
alzheimers; alzheimer; alzheimers disease; korsakoff; korsakoffs; korsakoffs syndrome; wernicke korsakoff; huntingtons; huntington; huntingtons disease; parkinsons;
parkinson; parkinsons disease; lewy body dementia; lewy body; lewy bodies; vascular dementia; frontotemporal dementia; mixed dementia; picks disease; motor neurone
disease; motor neuron disease; motor neurone; mnd; multiple sclerosis; muscular dystrophy; cerebral palsy; spina bifida; hydrocephalus; downs syndrome; down
syndrome; downs; aspergers; asperger; prader willi; rett syndrome; fragile x; angelman; tourettes; cystic fibrosis; sickle cell; thalassaemia; haemophilia;
schizophrenia; schizophrenic; schizoaffective; bipolar; bi polar; psychosis; psychotic; personality disorder; eupd; bpd; ptsd; anorexia; anorexic; bulimia; copd;
emphysema; pulmonary fibrosis; chronic bronchitis; leukaemia; lymphoma; myeloma; melanoma; brain tumour; tumour; tumours; chemo; chemotherapy; radiotherapy;
metastases; heart failure; angina; atrial fibrillation; aneurysm; tia; mini stroke; aphasia; aphasic; dysphasia; dysphagia; hemiplegia; hemiplegic; paraplegic;
tetraplegic; quadriplegic; brain injury; head injury; brain haemorrhage; brain damage; spinal injury; spinal cord injury; brain bleed; macular degeneration; macular;
glaucoma; retinitis pigmentosa; insulin; dialysis; kidney failure; renal failure; kidney disease; liver disease; liver failure; cirrhosis; hepatitis; hiv; hiv
positive; crohns; crohns disease; crohn; colitis; ulcerative colitis; ibs; coeliac; stoma; colostomy; ileostomy; tracheostomy; gastrostomy; peg feed; peg fed;
feeding tube; suprapubic catheter; rheumatoid arthritis; osteoporosis; fibromyalgia; lupus; chronic fatigue; me cfs; amputee; amputation; amputated; leg ulcers; leg
ulcer; venous leg ulcers; ulcers; ulcer; cellulitis; sepsis; gangrene; progressive supranuclear palsy; psp; encephalitis; meningitis; polio; delirium; seizure;
seizures; epileptic; tonic clonic; diabetic; type one diabetes; type two diabetes; undiagnosed diabetes; hypos; hypoglycaemic; pressure sore; pressure sores;
pressure ulcer; bedsore; bedsores; overdose; heroin; detox; suicidal; suicide; self harm; self harming; self harmed; sectioned; alcoholic; alcoholism; korsakov;
korsakovs; scoliosis; guillain barre; myasthenia gravis; ataxia; dystonia; essential tremor; peripheral neuropathy; addisons; cushings; thyroid cancer; mesothelioma;
asbestosis; bronchiectasis; pancreatitis; diverticulitis; sarcoma; hodgkins; non hodgkins; learning disability; learning disabilities; learning difficulty; learning
difficulties; global delay; selective mutism; catatonia; incontinent; doubly incontinent; urostomy; nystagmus; cataracts; cataract; deafblind; registered blind;
severe sight loss; wet amd; amd`)

/** What people also speak of at large: told of somebody only where it is tied to one. */
export const topics = phrasesOf(`
dementia; early onset dementia; young onset dementia; stroke; strokes; second stroke; cancer; bowel cancer; breast cancer; lung cancer; prostate cancer; skin cancer;
throat cancer; pancreatic cancer; ovarian cancer; bone cancer; terminal cancer; cancers; diabetes; epilepsy; autism; autistic; asd; adhd; ocd; depression; anxiety;
depressed; panic attacks; mental illness; breakdown; mental breakdown; nervous breakdown; heart attack; heart attacks; heart condition; heart disease; heart
problems; asthma; pneumonia; arthritis; arthritic; blind; deaf; paralysed; incontinence; catheter; catheterised; bedbound; ventilator; oxygen; hallucinations;
hallucinating; paranoia; paranoid; psychiatric; addiction; addicted; drinking problem; drink problem; broken hip; fractured hip; hip fracture; malnourished;
malnutrition; underweight; overweight; obese; obesity; eczema; psoriasis; tremor; tremors; fits; sundowning; terminally ill; terminal illness; memory loss; sight
loss; hearing loss; brain condition; degenerative condition; neurological condition; life limiting condition; hernia; gout; vertigo; shingles; blood clot; dvt;
thrombosis; warfarin; morphine; methadone; lithium; antipsychotics; swallow; swallowing; swallowing problems; bowels; miscarriage; abortion; rehab; impaired;
nonverbal; non verbal; hearing impaired; visually impaired; partially sighted`)

/** Diagnoses when they are written in capitals. */
export const inCapitals = wordsOf('ms aids als')
/** Of these only somebody’s own are a detail of theirs: "her swallow". */
export const ownOnly = wordsOf('swallow swallowing bowels oxygen breakdown psychiatric fits impaired rehab')
export const followers = wordsOf(`
care unit ward training trained friends friend friendly champion champions awareness lead leads specialist specialists nurse nurses group groups support services
service course courses society coach home homes cafe choir association charity uk action patients residents people clients wing floor team teams practice specific
village garden strategy pathway therapy research week day month certificate qualification clinic trust world journey journeys sufferers families carers expert
experts alliance pathways teaching module modules studies conference diaries diary communities community inclusive settings provision needs eye spot date faith panic
corner`)
export const atLarge = wordsOf('about understand understands understanding understood regarding for against in specialising specialises do does doing teaches taught explains explaining into without between')
export const teaching = wordsOf('talk talks course courses expert training session sessions book module degree advice lecture leaflet work focus workshop')
export const links = wordsOf('has had have having with got is was are were be been being after since from diagnosed developed living lives lived suffers suffered suffering because his her hers their through following severe advanced late early to by a the and goes went became getting very registered died lost like of')
export const thirdPerson = wordsOf('he she him his her hers hes shes hed shed himself herself')
export const havings = wordsOf('have had am was got get suffer live lived developed also do did lost')
export const modifiers = wordsOf('vascular frontotemporal mixed early late onset young advanced severe undiagnosed bowel breast lung prostate skin brain throat bone liver terminal end stage second third major massive mild type one two 1 2 venous chronic profound multiple registered rheumatoid unstable brittle insulin dependent clinical bad')
