import { isPaperLayout, paperFormPath, paperLayouts } from '#app/features/assisted/paper.ts'

/** The form to print, in its layouts. */
export function PaperForms({ slug }: { slug: string }) {
  const layouts = Object.keys(paperLayouts).filter(isPaperLayout)
  return (
    <>
      <p>Or print the form and send it to us (PDF):</p>
      <ul>
        {layouts.map((layout) => (
          <li key={layout}><a href={paperFormPath(slug, layout)} className="inline-flex min-h-11 items-center">{paperLayouts[layout].label}</a></li>
        ))}
      </ul>
    </>
  )
}
