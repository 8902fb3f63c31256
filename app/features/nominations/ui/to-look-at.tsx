import { suspicionSentences } from '#app/features/nominations/ui/labels.ts'
import { Button } from '#app/ui/button.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/panel.tsx'
import type { SuspicionKind } from '#db/vocabulary.ts'

/** Why somebody should look at a nomination first, and the act that lets it go on. */
export function ToLookAt({ suspicions, mayRelease, seen }: { suspicions: SuspicionKind[]; mayRelease: boolean; seen: number }) {
  if (suspicions.length === 0) return null
  return (
    <div className="grid gap-4">
      <Notice tone="warning" title="To look at first">
        <ul className="grid gap-1">{suspicions.map((one) => <li key={one}>{suspicionSentences[one]}</li>)}</ul>
        <p>It was received in the usual way. Until somebody releases it, the nominee is not told, and its entry cannot be found eligible.</p>
      </Notice>
      {mayRelease && (
        <Form>
          <HiddenField name="intent" value="release" />
          <HiddenField name="seen" value={seen} />
          <p>If it is not genuine, leave it here, and find its entry not eligible.</p>
          <div><Button variant="secondary">It is all right: release it</Button></div>
        </Form>
      )}
    </div>
  )
}
