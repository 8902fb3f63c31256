export interface FileLink {
  title: string
  says: string
  href: string
}

export function FileList({ files }: { files: FileLink[] }) {
  return (
    <ul className="max-w-form border-t border-hair">
      {files.map(({ title, says, href }) => (
        <li key={href} className="border-b border-hair py-3">
          <a href={href} className="inline-flex min-h-11 items-center font-bold">{title}</a>
          {says && <p className="text-ink2">{says}</p>}
        </li>
      ))}
    </ul>
  )
}
