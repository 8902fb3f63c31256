import type { Host } from '#app/domain/edition.ts'

type Reach = Pick<Host, 'phone' | 'email'>

/** "Ring 01632 960 123 or write to …", with what there is. */
export function Contact({ host: { phone, email } }: { host: Reach }) {
  return (
    <>
      {phone && <>ring <a href={`tel:${phone.replace(/[^+\d]/g, '')}`} className="whitespace-nowrap">{phone}</a></>}
      {phone && email && ' or '}
      {email && <>write to <a href={`mailto:${email}`}>{email}</a></>}
    </>
  )
}
