import { entryPath } from '#app/features/judging/desk.ts'
import type { ShownCard } from '#app/features/judging/ui/desk-home.tsx'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/panel.tsx'

/** Shown by the script when the device holds what never reached us, and something else was saved since. */
export function KeptOnDevice() {
  return (
    <div hidden data-autosave-offer="">
      <Notice tone="warning" title="This device holds changes that were not saved">
        <p>Something else was saved on this scorecard since. If you put your changes back, they replace what is shown.</p>
        <ButtonRow>
          <Button type="button" variant="secondary" value="put-back">Put them back</Button>
          <Button type="button" variant="quiet">Forget them</Button>
        </ButtonRow>
      </Notice>
    </div>
  )
}

/** Shown by the script: scorecards of which the device holds what never reached us. */
export function KeptCards({ slug, cards }: { slug: string; cards: ShownCard[] }) {
  return (
    <div hidden data-autosave-list="">
      <Notice tone="warning" title="This device holds changes that were not saved">
        <p>Open these while you have a signal, and they are saved.</p>
        <ul>{cards.map(({ id, entryId, nominee }) => <li key={id} hidden data-autosave-key={id}><a href={entryPath(slug, entryId)}>{nominee.name}</a></li>)}</ul>
      </Notice>
    </div>
  )
}
