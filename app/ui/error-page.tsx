import type { ReactNode } from 'react'
import { PageTitle, Prose, SectionTitle } from '#app/ui/heading.tsx'

/** What went wrong, what became of what was typed, what to do. Header and footer are the caller's. */
export function ErrorPage({ status, title, children, level = 1 }: { status: number; title: ReactNode; children?: ReactNode; level?: 1 | 2 }) {
  return (
    <div className="grid max-w-text gap-6">
      {level === 1 ? <PageTitle>{title}</PageTitle> : <SectionTitle>{title}</SectionTitle>}
      {children && <Prose>{children}</Prose>}
      <p className="text-small text-ink2">If you tell us about this, it helps to mention the number {status}.</p>
    </div>
  )
}

export const errorWords: Record<number, { title: string; body: string }> = {
  403: {
    title: 'This page is not open to you',
    body: 'You may be signed in as somebody else, or your role may have changed. Nothing was changed by coming here. If you think you should see this page, get in touch and we will look into it.',
  },
  404: {
    title: 'We cannot find this page',
    body: 'If you typed the address, check that it is right. If you pasted it, check that all of it is there. The page may also have been moved or taken down.',
  },
  413: {
    title: 'That was too much to send at once',
    body: 'What you sent was larger than we can take, so it was not saved. Go back – your words should still be there – then shorten the text or choose a smaller file, and send it again.',
  },
  429: {
    title: 'That was a lot of tries in a short time',
    body: 'To keep everyone’s information safe we have paused for a few minutes. What you sent just now was not saved. Wait five minutes, go back, and try again.',
  },
  500: {
    title: 'Something went wrong at our end',
    body: 'It was not your doing. We may not have saved what you sent just now; everything you saved before is safe. Go back and try once more. If it happens again, get in touch and we will help.',
  },
  503: {
    title: 'We will be back shortly',
    body: 'The service is being looked after or is very busy. Everything you saved before is safe. If you had just sent something, go back in a few minutes and send it again.',
  },
}
