import type { ReactNode } from 'react'
import { classes } from '#app/ui/classes.ts'
import { RibbonEdge, RibbonMark, Rosette } from '#app/ui/ribbon.tsx'

export type NavItem = { href: string; label: string; current?: boolean }

export function SkipLink() {
  return (
    <a href="#main" className="sr-only z-10 bg-paper px-4 py-3 focus:not-sr-only focus:absolute focus:top-2 focus:left-2">
      Skip to main content
    </a>
  )
}

/** The letterhead: ribbon edge, mark, name, ways on. */
export function SiteHeader(props: { name: string; homeHref: string; nav?: NavItem[]; aside?: ReactNode }) {
  return (
    <header className="border-b border-hair print:border-0">
      <RibbonEdge />
      <div className="mx-auto flex max-w-wide flex-wrap items-center gap-x-8 px-4 py-2 md:px-8 md:py-3 print:px-0">
        <a href={props.homeHref} className="inline-flex min-h-11 items-center gap-3 font-bold text-plum700 no-underline hover:underline">
          <RibbonMark className="size-8" />
          {props.name}
        </a>
        {props.nav && <HeaderNav items={props.nav} />}
        {props.aside && <div className="text-small md:ml-auto print:hidden [&>a]:inline-flex [&>a]:min-h-11 [&>a]:items-center">{props.aside}</div>}
      </div>
    </header>
  )
}

function HeaderNav({ items }: { items: NavItem[] }) {
  return (
    <nav aria-label="Main" className="print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {items.map((item) => (
          <li key={item.href}>
            <a
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
              className={classes('inline-flex min-h-11 items-center border-b-4', item.current ? 'border-plum600 font-bold text-ink no-underline' : 'border-transparent')}
            >
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The content of a page. Direct children sit in one column; a Hero among them runs edge to edge. */
export function Main({ children, width = 'text', id = 'main' }: { children: ReactNode; width?: 'form' | 'text' | 'wide'; id?: string }) {
  return (
    <main id={id} tabIndex={-1} className={classes('page', width === 'wide' && 'page-wide')}>
      {children}
    </main>
  )
}

export type Help = { heading: string; phone?: string; email?: string; hours?: string }

/** Help comes first and in the same place on every page (WCAG 3.2.6). */
export function SiteFooter(props: { help: Help; links: { href: string; label: string }[]; note?: ReactNode }) {
  return (
    <footer className="on-plum mt-16 bg-plum800 text-paper print:hidden">
      <div className="mx-auto grid max-w-wide gap-8 px-4 py-12 md:grid-cols-[3fr_2fr] md:px-8">
        <HelpBlock {...props.help} />
        <ul className="grid content-start gap-x-8 sm:grid-cols-2">
          {props.links.map((link) => (
            <li key={link.href}>
              <a href={link.href} className="inline-flex min-h-11 items-center">
                {link.label}
              </a>
            </li>
          ))}
        </ul>
        {props.note && <div className="border-t border-plum600 pt-6 text-small text-gold200 md:col-span-2">{props.note}</div>}
      </div>
    </footer>
  )
}

function HelpBlock({ heading, phone, email, hours }: Help) {
  return (
    <div>
      <h2 className="mb-2 text-h3 font-bold">{heading}</h2>
      {phone && (
        <p>
          <a href={`tel:${phone.replace(/[^+\d]/g, '')}`} className="inline-flex min-h-11 items-center text-h2 font-bold">
            {phone}
          </a>
        </p>
      )}
      {email && (
        <p>
          <a href={`mailto:${email}`} className="inline-flex min-h-11 items-center break-all">
            {email}
          </a>
        </p>
      )}
      {hours && <p className="text-small text-gold200">{hours}</p>}
    </div>
  )
}

/** The one loud place of a page: plum ground, display face, marigold ribbon. */
export function Hero(props: { eyebrow?: ReactNode; title: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  return (
    <div className="full-bleed on-plum overflow-hidden bg-plum800 text-paper">
      <div className="relative mx-auto max-w-wide px-4 py-12 md:px-8 md:py-24 print:px-0 print:py-6">
        <div className="relative grid max-w-form gap-4 md:gap-6">
          {props.eyebrow && <p className="font-semibold text-gold200">{props.eyebrow}</p>}
          <h1 className="font-display text-display font-semibold tracking-[-0.01em] text-balance">{props.title}</h1>
          {props.lead && <p className="text-lead text-pretty">{props.lead}</p>}
          {props.children && <div className="mt-2">{props.children}</div>}
        </div>
        <Rosette className="absolute right-8 -bottom-10 hidden w-80 text-gold400 lg:block" />
      </div>
      <RibbonEdge className="relative h-2 -scale-x-100" />
    </div>
  )
}
