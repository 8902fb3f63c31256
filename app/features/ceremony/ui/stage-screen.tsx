import { sizeThatFits, type Screen, type StagePerson } from '#app/features/ceremony/screen.ts'
import { classes } from '#app/ui/classes.ts'
import { RibbonEdge, Rosette } from '#app/ui/ribbon.tsx'

/** What the hall sees. The page draws it, and so does every event of its feed. */
export function StageScreen({ screen }: { screen: Screen }) {
  if (screen.kind === 'black') return <h1 className="stage-black sr-only">The screen is black</h1>
  return (
    <>
      {screen.kind === 'slide' && <Slide title={screen.title} caption={screen.caption} />}
      {screen.kind === 'finalists' && <Finalists {...screen} />}
      {screen.kind === 'winner' && <Winner {...screen} />}
      <RibbonEdge className="stage-ribbon" />
    </>
  )
}

function Slide({ title, caption }: { title: string; caption: string }) {
  return (
    <>
      <Rosette className="stage-mark" />
      <h1 className="stage-title">{title}</h1>
      {caption && <p className="stage-kicker">{caption}</p>}
    </>
  )
}

/** What is left of the screen's height below the heading of each, in hundredths of its width. */
const roomForFinalists = 37
const roomForWinners = 30
/** A line beside the names, such as a place of work. */
const asideHeight = 3.2

interface Named {
  title: string
  people: StagePerson[]
  unnamed: number
}

function Finalists({ title, people, unnamed }: Named) {
  const size = sizeThatFits(people.map(({ name }) => name), roomForFinalists - (unnamed ? asideHeight : 0), 5)
  return (
    <>
      <div>
        <p className="stage-kicker">The finalists</p>
        <h1 className="stage-title stage-title-small">{title}</h1>
      </div>
      <ul className={classes('stage-names', `stage-size-${size}`)}>
        {people.map(({ name }, index) => <li key={index}>{name}</li>)}
        {unnamed > 0 && <li className="stage-aside">{unnamedText(unnamed, people.length)}</li>}
      </ul>
    </>
  )
}

function Winner({ title, people, unnamed }: Named) {
  const asides = people.filter(({ employer }) => employer).length + (unnamed ? 1 : 0)
  const size = people.length ? sizeThatFits(people.map(({ name }) => name), roomForWinners - asides * asideHeight, 9) : 5
  return (
    <>
      <p className="stage-kicker">{title}</p>
      <Rosette className="stage-mark" />
      <h1 className={classes('stage-names stage-winners', `stage-size-${size}`)}>
        {people.length === 0 && 'A winner who is not named on stage'}
        {people.map(({ name, employer }, index) => (
          <span key={index} className="block">{name}{employer && <span className="stage-aside block">{employer}</span>}</span>
        ))}
      </h1>
      {unnamed > 0 && people.length > 0 && <p className="stage-aside">{unnamedText(unnamed, people.length)}</p>}
    </>
  )
}

function unnamedText(unnamed: number, named: number): string {
  return `${unnamed}${named ? ' more' : ''} who ${unnamed === 1 ? 'is' : 'are'} not named on stage`
}
