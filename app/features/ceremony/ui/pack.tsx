import type { ScriptPart } from '#app/features/ceremony/script.queries.server.ts'
import { Script } from '#app/features/ceremony/ui/script.tsx'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { RibbonEdge, Rosette } from '#app/ui/ribbon.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'

interface Night {
  name: string
  day: string
}

const keys = [
  { key: 'Next', value: 'Right arrow or Page Down, as clickers send it' }, { key: 'Back', value: 'Left arrow or Page Up' },
  { key: 'Black', value: 'B or full stop; again to light it' }, { key: 'Back to this page', value: 'Escape' }, { key: 'The whole screen', value: 'F11' },
]

/** What a stage pack opens with. `pack-player.js` puts the screen, or what is printed, in its place. */
export function PackCover({ name, day, made }: Night & { made: string }) {
  return (
    <main className="flex grow flex-col">
      <div id="cover" className="page mx-auto flow max-w-form p-6">
        <PageTitle caption={`${name} · ${day}`}>Stage pack</PageTitle>
        <Lead>The night in one file. It needs no network, and asks for none.</Lead>
        <form id="lock" className="grid justify-items-start gap-4">
          <TextField name="passphrase" label="Passphrase" hint="Without it everything works but the winners’ names." autoComplete="off" spellCheck={false} />
          <Button variant="secondary">Open the names</Button>
          <p id="said" role="status" />
        </form>
        <ButtonRow>
          <Button type="button" name="screen">Show the screen</Button>
          <span id="with-names" hidden><Button type="button" name="paper" variant="secondary">Print the script and the cards</Button></span>
        </ButtonRow>
        <SectionTitle>Keys</SectionTitle>
        <SummaryList rows={keys} />
        <p className="text-small text-ink2">Made {made}. What was changed since then is not in it. Once the names are open, keep whoever may not see them away from this machine.</p>
      </div>
    </main>
  )
}

/** The script with the winners in it, and a card for each of them with nothing else on it. */
export function PackPaper({ name, day, script }: Night & { script: ScriptPart[] }) {
  return (
    <>
      <PageTitle caption={`${name} · ${day}`}>Presenter’s script, with the winners</PageTitle>
      <p className="font-bold">Not to be seen by anybody else before the night.</p>
      <Script parts={script.map((part) => ({ ...part, here: false }))} />
      {script.flatMap(({ id, title, winners }) => winners.map((one, index) => <Card key={`${id} ${index}`} title={title} name={one.name} saidAs={one.saidAs} />))}
    </>
  )
}

function Card({ title, name, saidAs }: { title: string; name: string; saidAs: string }) {
  return (
    <section className="grid break-before-page justify-items-center gap-6 py-24 text-center">
      <Rosette className="w-24 text-gold400" />
      <p className="text-h2">{title}</p>
      <p className="font-display text-display font-semibold text-balance">{name || 'A winner who is not named on stage'}</p>
      {saidAs && <p className="text-lead text-ink2">say: {saidAs}</p>}
      <RibbonEdge className="mt-6 h-1 max-w-text text-plum600" />
    </section>
  )
}
