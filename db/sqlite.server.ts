import {
  DeleteQueryNode, InsertQueryNode, SelectQueryNode, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, UpdateQueryNode,
  type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, type QueryResult,
} from 'kysely'
import { openFile, type File } from '#db/sqlite-file.server.ts'

/**
 * SQLite for many requests at once, in one process. Reading has a connection of its own, sees what is committed and waits for
 * nobody. Writing takes turns on another, and what comes closely together shares one commit (`Writer`). Kysely's own dialect
 * has one connection that everything waits for, and puts every transaction on the disk by itself.
 */
export function groupingSqliteDialect(path: string): Dialect {
  return {
    createAdapter: () => new ManyConnectionsAdapter(),
    createDriver: () => new GroupingDriver(path),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SteadyQueryCompiler(),
  }
}

/** Kysely lets them all in; the turns are ours. */
class ManyConnectionsAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

/**
 * Values are written `+?`, which is the same value. SQLite plans a statement anew whenever a plain `?` beside an indexed column
 * is given a value, even the one it had (sqlite.org, `sqlite3_prepare_v2`, with STAT4): for a join, ten times the work of asking.
 */
class SteadyQueryCompiler extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return '+?'
  }
}

class GroupingDriver implements Driver {
  readonly #writer: Writer
  readonly #reader: File

  constructor(path: string) {
    const file = openFile(path)
    this.#writer = new Writer(file)
    this.#reader = openFile(path)
    this.#reader.db.pragma('query_only = ON')
  }

  async init(): Promise<void> {}

  acquireConnection(): Promise<Connection> {
    return Promise.resolve(new Connection(this.#writer, this.#reader))
  }

  beginTransaction(connection: Connection): Promise<void> {
    return connection.begin()
  }

  commitTransaction(connection: Connection): Promise<void> {
    return connection.commit()
  }

  rollbackTransaction(connection: Connection): Promise<void> {
    connection.rollback()
    return Promise.resolve()
  }

  async releaseConnection(): Promise<void> {}

  destroy(): Promise<void> {
    this.#writer.commit()
    this.#writer.file.db.close()
    this.#reader.db.close()
    return Promise.resolve()
  }
}

/** What Kysely holds for the length of one query or one transaction. */
class Connection implements DatabaseConnection {
  readonly #writer: Writer
  readonly #reader: File
  /** that our transaction is part of */
  #group: Group | undefined

  constructor(writer: Writer, reader: File) {
    this.#writer = writer
    this.#reader = reader
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#group) return this.#writer.runIn(this.#group, query)
    if (!SelectQueryNode.is(query.query)) return this.#writer.runAlone(query)
    // While nothing is half done the writer reads too: what was written lately is in its hands already.
    return (this.#writer.isIdle() ? this.#writer.file : this.#reader).run(query)
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what Kysely asks for; SQLite has every row at hand
  async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    const file = this.#group ? this.#writer.file : this.#reader
    for (const row of file.prepare(sql).iterate(parameters)) yield { rows: [row as R] }
  }

  async begin(): Promise<void> {
    this.#group = await this.#writer.enter()
    this.#writer.file.execute('savepoint member')
  }

  async commit(): Promise<void> {
    const group = this.#end()
    if (this.#writer.holds(group)) this.#writer.file.execute('release member')
    this.#writer.leave()
    await group.onDisk
  }

  rollback(): void {
    if (!this.#group) return // its commit failed, which has undone it
    this.#writer.undo(this.#end())
    this.#writer.leave()
  }

  #end(): Group {
    const group = this.#group
    if (!group) throw new Error('there is no transaction to end')
    this.#group = undefined
    return group
  }
}

/** Transactions that share one commit. */
interface Group {
  members: number
  /** settles with the commit: whoever waits for it is told of success when it is on the disk, and not before */
  onDisk: Promise<void>
  resolve: () => void
  reject: (error: unknown) => void
}

/** So that a steady stream of writing is committed now and then. */
const mostMembers = 64
/** In the first, those who came while the last commit went to the disk are read; in the second they are in the group. */
const quietTurns = 2

/**
 * The connection that writes, by one transaction at a time. A transaction that finds others waiting leaves its commit to the
 * last of them: on closing night one trip to the disk serves all who pressed Send together. Each is still whole or not there
 * (a savepoint of its own), sees those before it as if they were committed, and is answered only when they are.
 */
class Writer {
  readonly file: File
  readonly #waiting: (() => void)[] = []
  #taken = false
  #group: Group | undefined

  constructor(file: File) {
    this.file = file
  }

  /** Waits for the turn, which `leave` ends. `begin immediate`: another process that writes is waited for here, and not in the middle. */
  async enter(): Promise<Group> {
    await this.#takeTurn()
    try {
      if (!this.#group) {
        this.file.execute('begin immediate')
        this.#group = newGroup()
      }
    } catch (error) {
      this.leave()
      throw error
    }
    this.#group.members += 1
    return this.#group
  }

  leave(): void {
    if (this.#group && this.#group.members >= mostMembers) this.commit()
    const next = this.#waiting.shift()
    if (next) return next()
    this.#taken = false
    if (this.#group) this.#commitWhenQuiet(this.#group, this.#group.members, quietTurns)
  }

  /** Commits when nobody has joined for so many turns of the event loop: requests that have arrived by now get this far before it. */
  #commitWhenQuiet(group: Group, members: number, turns: number): void {
    setImmediate(() => {
      if (this.#taken || this.#group !== group || group.members !== members) return // whoever came since sees to it
      if (turns > 1) this.#commitWhenQuiet(group, members, turns - 1)
      else this.commit()
    })
  }

  commit(): void {
    const group = this.#group
    if (!group) return
    this.#group = undefined
    try {
      this.file.execute('commit')
      group.resolve()
    } catch (error) {
      if (this.file.db.inTransaction) this.file.execute('rollback')
      group.reject(error)
    }
  }

  /** Takes back what the member whose turn it is wrote. */
  undo(group: Group): void {
    if (!this.holds(group)) return
    this.file.execute('rollback to member')
    this.file.execute('release member')
    group.members -= 1
    if (!group.members) this.commit() // it holds nothing but the door
  }

  isIdle(): boolean {
    return !this.#group
  }

  holds(group: Group): boolean {
    return this.#group === group
  }

  /** Some faults, such as a full disk, end the whole transaction: then nothing of the group is there, and nobody may go on as if it were. */
  runIn<R>(group: Group, query: CompiledQuery): QueryResult<R> {
    if (!this.holds(group)) throw new Error('the transaction has been undone')
    try {
      return this.file.run(query)
    } catch (error) {
      if (!this.file.db.inTransaction) {
        this.#group = undefined
        group.reject(error)
      }
      throw error
    }
  }

  /** A statement outside of any transaction: in the company it finds, or by itself. What is not plain writing (a pragma, a table) has no company. */
  async runAlone<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    await this.#takeTurn()
    try {
      if (!isPlainWriting(query)) this.commit()
      const group = this.#group
      if (!group) return this.file.run(query)
      group.members += 1
      const result = this.runIn<R>(group, query)
      return group.onDisk.then(() => result)
    } finally {
      this.leave()
    }
  }

  async #takeTurn(): Promise<void> {
    if (this.#taken) await new Promise<void>((turn) => this.#waiting.push(turn))
    this.#taken = true
  }
}

function newGroup(): Group {
  const { promise: onDisk, resolve, reject } = Promise.withResolvers<void>()
  onDisk.catch(() => undefined) // nobody waits when all its members were undone
  return { members: 0, onDisk, resolve, reject }
}

function isPlainWriting({ query }: CompiledQuery): boolean {
  return InsertQueryNode.is(query) || UpdateQueryNode.is(query) || DeleteQueryNode.is(query)
}
