import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { classes } from '#app/ui/classes.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  numeric?: boolean
  sortHref?: string
  sorted?: 'ascending' | 'descending'
}

type TableProps<Row> = {
  caption: string
  captionHidden?: boolean
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  empty: ReactNode
  select?: { name: string; label: (row: Row) => string; selected?: (row: Row) => boolean }
}

/**
 * A list with a column for every fact. Under 40em each row becomes a card. The ARIA roles repeat what
 * the elements say because Safari forgets it once CSS changes their display.
 */
export function DataTable<Row>(props: TableProps<Row>) {
  if (props.rows.length === 0) return <>{props.empty}</>
  return (
    <div className="table-frame" role="group" aria-label={props.caption} tabIndex={0}>
      <table className="data-table" role="table">
        <caption className={classes('pb-3 text-left font-bold', props.captionHidden && 'sr-only')}>{props.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {props.select && (
              <th scope="col" role="columnheader">
                <span className="sr-only">Choose</span>
              </th>
            )}
            {props.columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {props.rows.map((row) => (
            <BodyRow key={props.rowKey(row)} row={row} table={props} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { header, sortHref, sorted, numeric } = column
  return (
    <th scope="col" role="columnheader" aria-sort={sorted} className={classes(numeric && 'numeric', sortHref !== undefined && 'sortable')}>
      {sortHref === undefined ? (
        header
      ) : (
        <a href={sortHref} className="inline-flex min-h-11 items-center gap-2">
          {header}
          <svg viewBox="0 0 8 14" className="h-3.5 w-2" fill="currentColor" aria-hidden="true" focusable="false">
            {sorted !== 'descending' && <path d="m4 0 4 5H0z" />}
            {sorted !== 'ascending' && <path d="m4 14 4-5H0z" />}
          </svg>
        </a>
      )}
    </th>
  )
}

function BodyRow<Row>({ row, table }: { row: Row; table: TableProps<Row> }) {
  const { select, columns, rowKey } = table
  return (
    <tr role="row">
      {select && (
        <td role="cell" className="select-cell">
          <label className="inline-flex size-11 items-center justify-center">
            <input type="checkbox" name={select.name} value={rowKey(row)} defaultChecked={select.selected?.(row)} className="checkbox" />
            <span className="sr-only">{select.label(row)}</span>
          </label>
        </td>
      )}
      {columns.map((column, i) => {
        const cell = { 'data-label': column.header, className: column.numeric ? 'numeric' : undefined }
        return i === 0 ? (
          <th key={column.key} scope="row" role="rowheader" {...cell}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.key} role="cell" {...cell}>
            {column.cell(row)}
          </td>
        )
      })}
    </tr>
  )
}

/** `summary` says where in the list this is: "1 to 25 of 312". */
export function Pagination({ prev, next, summary, label = 'Pages' }: { prev?: string; next?: string; summary: ReactNode; label?: string }) {
  const link = 'inline-flex min-h-11 items-center font-bold'
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-6 print:hidden">
      {prev && (
        <a href={prev} rel="prev" className={link}>
          Previous<span className="sr-only"> page</span>
        </a>
      )}
      <p>{summary}</p>
      {next && (
        <a href={next} rel="next" className={link}>
          Next<span className="sr-only"> page</span>
        </a>
      )}
    </nav>
  )
}

/**
 * Narrows a list. A GET form, so that what is shown has an address. `more`: filters that are seldom used, folded so that
 * the list is near; `open` while one of them is set.
 */
export function FilterBar(props: { children: ReactNode; more?: { fields: ReactNode; open: boolean }; action?: string; clearHref?: string; label?: string }) {
  return (
    <form method="get" action={props.action} role="search" aria-label={props.label ?? 'Filter this list'} className="grid gap-4 rounded-card border border-transparent bg-mist p-4 md:p-6 print:hidden">
      <div className="filter-fields">{props.children}</div>
      {props.more && (
        <Disclosure summary="More filters" open={props.more.open}>
          <div className="filter-fields">{props.more.fields}</div>
        </Disclosure>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button variant="secondary">Apply</Button>
        <a href={props.clearHref ?? '?'} className="inline-flex min-h-11 items-center">
          Clear
        </a>
      </div>
    </form>
  )
}
