import type { ScriptPart, SpokenName } from '#app/features/ceremony/script.queries.server.ts'
import { cueKindWords, lengthText } from '#app/features/ceremony/words.ts'
import { classes } from '#app/ui/classes.ts'

/** What the presenter reads, large enough for a lectern. */
export function Script({ parts }: { parts: ScriptPart[] }) {
  return (
    <ol className="grid gap-8">
      {parts.map((part, index) => (
        <li key={part.id} id={part.id} aria-current={part.here ? 'step' : undefined} className={classes('max-w-form break-inside-avoid border-l-4 pl-4 md:pl-6', part.here ? 'border-plum600' : 'border-hair')}>
          <p className="text-small text-ink2">{index + 1} · {cueKindWords[part.kind]}{part.seconds > 0 && ` · about ${lengthText(part.seconds)}`}{part.here && ' · on stage now'}</p>
          <h2 className="text-h2 font-bold text-balance">{part.title}</h2>
          {part.script && <p className="mt-3 text-lead whitespace-pre-line text-pretty">{part.script}</p>}
          {part.awarded && <Award part={part} />}
          {part.kind === 'category' && !part.awarded && <p className="mt-3 text-ink2">There is no sealed result in this category.</p>}
        </li>
      ))}
    </ol>
  )
}

function Award({ part: { finalists, unnamed, winners, title } }: { part: ScriptPart }) {
  return (
    <>
      <h3 className="mt-4 font-bold">The finalists are</h3>
      <ul className="text-lead">{finalists.map((one, index) => <li key={index}><Spoken {...one} /></li>)}</ul>
      {unnamed > 0 && <p className="text-ink2">{unnamed}{finalists.length > 0 && ' more'} who {unnamed === 1 ? 'is' : 'are'} not named on stage</p>}
      <h3 className="mt-4 font-bold">And the winner is</h3>
      {winners.length === 0 && <p className="text-ink2">Look at the screen. The winner of {title}, and what is said of them, stand here once the screen has shown it.</p>}
      {winners.map((one, index) => (
        <div key={index} className="mt-2">
          <p className="text-h2 font-bold">{one.name ? <Spoken {...one} /> : 'A winner who is not named on stage'}</p>
          {one.citation && <p className="mt-2 text-lead text-pretty">{one.citation}</p>}
        </div>
      ))}
    </>
  )
}

function Spoken({ name, saidAs }: SpokenName) {
  return <>{name}{saidAs && <span className="font-normal text-ink2"> (say: {saidAs})</span>}</>
}
