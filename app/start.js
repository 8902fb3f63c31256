// Plain JavaScript, so that an old Node can read it far enough to be told.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`This needs Node 22.18 or newer; this is ${process.versions.node}. "npm start" uses the project's own Node once "npm install" has run.`)
  process.exit(1)
}
await import('./main.ts')
