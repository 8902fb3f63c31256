import { Notice } from '#app/ui/panel.tsx'

/** The links and codes that only the receiver would get, where no mail arrives. */
export function ShownSecrets({ secrets, because }: { secrets: string[]; because: 'demo' | 'rehearsal' }) {
  if (secrets.length === 0) return null
  return (
    <Notice tone="info" title={`Shown because this is a ${because}`}>
      <p>Anywhere else nobody but the receiver sees these, and they are wiped when the message is sent.</p>
      <ul className="grid gap-2">
        {secrets.map((secret) => <li key={secret} className="wrap-anywhere">{/^https?:/.test(secret) ? <a href={secret}>{secret}</a> : <strong>{secret}</strong>}</li>)}
      </ul>
    </Notice>
  )
}
