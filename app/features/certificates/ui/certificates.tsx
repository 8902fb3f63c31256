import { honourWords, type Honour } from '#app/features/certificates/words.ts'
import { SectionTitle } from '#app/ui/heading.tsx'

interface Props {
  /** the nominee's page */
  at: string
  certificates: { code: string; category: string; honour: Honour }[]
}

/** A nominee's own certificates, to keep or to print. */
export function Certificates({ at, certificates }: Props) {
  return (
    <section className="grid gap-4">
      <SectionTitle>{certificates.length === 1 ? 'Your certificate' : 'Your certificates'}</SectionTitle>
      <ul className="grid max-w-form gap-4">
        {certificates.map(({ code, category, honour }) => (
          <li key={code} className="grid gap-1 rounded-card border border-hair p-4 md:p-6">
            <strong>{honourWords[honour]}, {category}</strong>
            <a href={`${at}/certificate/${code}`} className="inline-flex min-h-11 items-center">Download it as a PDF<span className="sr-only">: {category}</span></a>
            <span className="text-ink2">Its code is {code}. With that, anybody you show it to can check that it is genuine.</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
