import { buildOnce } from '#tests/setup/built.ts'

/** Once a run: the built app that every test serves. Workers inherit the environment. */
export default function prepareBuild() {
  process.env.TEST_BUILD = buildOnce()
}
