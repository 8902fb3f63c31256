import type { StepView } from '#app/features/nominations/step-view.ts'
import { StepFields } from '#app/features/nominations/ui/step-fields.tsx'

/** A question as nominators see it: the form's own fields, as wide as a small phone and with a phone's headings. Its words are the page's heading. */
export function OnAPhone({ view }: { view: StepView }) {
  return (
    <div className="w-full max-w-90 [--text-h1:1.75rem] rounded-card border-2 border-line px-4 py-6">
      <StepFields view={view} values={{}} errors={{}} chooseHref="" />
    </div>
  )
}
