import type { TestProject } from 'vitest/node'
import { buildOnce } from '#tests/setup/built.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** folder of the production build */
    build: string
  }
}

/** Once a run: the built app that `startApp` serves. */
export default function prepareBuild(project: TestProject) {
  project.provide('build', buildOnce())
}
