import type { ReactNode } from 'react'

/** With `href` the title is the link and the whole card answers to it. */
export function Card(props: { title: ReactNode; href?: string; meta?: ReactNode; children?: ReactNode; level?: 2 | 3 }) {
  const Heading = `h${props.level ?? 3}` as const
  return (
    <div className="relative grid content-start gap-2 rounded-card border border-hair bg-paper p-6 shadow-card break-inside-avoid has-[a.stretch]:hover:border-plum600">
      {props.meta && <div className="text-small text-ink2">{props.meta}</div>}
      <Heading className="text-h3 font-bold text-balance">
        {props.href === undefined ? (
          props.title
        ) : (
          <a href={props.href} className="stretch">
            {props.title}
          </a>
        )}
      </Heading>
      {props.children}
    </div>
  )
}

export function CardGrid({ children }: { children: ReactNode }) {
  return <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">{children}</div>
}

export type Stat = { label: string; value: ReactNode; href?: string }

/** Counts that lead to the lists behind them. */
export function StatRow({ items }: { items: Stat[] }) {
  return (
    <ul className="grid grid-cols-2 gap-4 sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]">
      {items.map((item) => (
        <li key={item.label} className="grid rounded-card border border-transparent bg-mist">
          {item.href === undefined ? (
            <div className="p-4">
              <StatWords {...item} />
            </div>
          ) : (
            <a href={item.href} className="group rounded-card p-4 no-underline hover:bg-plum100">
              <StatWords {...item} />
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

function StatWords({ label, value, href }: Stat) {
  return (
    <>
      <span className="block text-h1 font-bold text-plum700">{value}</span>{' '}
      <span className={href === undefined ? 'text-small text-ink2' : 'text-small underline group-hover:decoration-2'}>{label}</span>
    </>
  )
}
