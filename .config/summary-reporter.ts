import {resolve} from 'node:path'
import type {Reporter, TestModule} from 'vitest/node'
import {hasRealData} from './real-data.ts'

const realDataModule = resolve(import.meta.dirname, 'real-data.ts')

/**
 * Ends a run with a line for machines: `12 passed, 0 failed, 1 skipped`. A file that cannot be loaded and an error
 * outside any test count as failed. In CI, a skipped test of a file that reads real records fails the run where
 * such records exist: a silent skip there would hide every control figure.
 */
export default class SummaryReporter implements Reporter {
  async onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): Promise<void> {
    const counts = {passed: 0, failed: unhandledErrors.length, skipped: 0}
    const skippedOnRealData: string[] = []
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      const failedBefore = counts.failed
      for (const test of tests) {
        const {state} = test.result()
        counts[state === 'pending' ? 'skipped' : state]++
      }
      if (module.state() === 'failed' && counts.failed === failedBefore) counts.failed++
      const skipped = tests.filter(test => test.result().state === 'skipped')
      if (skipped.length > 0 && process.env.CI && hasRealData() && (await readsRealData(module.moduleId)))
        skippedOnRealData.push(...skipped.map(test => `  ${module.relativeModuleId}: ${test.fullName}`))
    }
    if (skippedOnRealData.length > 0) {
      process.exitCode = 1
      counts.failed += skippedOnRealData.length
      counts.skipped -= skippedOnRealData.length
      console.log(['Real records are here, yet these tests were skipped:', ...skippedOnRealData].join('\n'))
    }
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  }
}

/** Loads the TypeScript parser only when there is something to find out. */
async function readsRealData(file: string): Promise<boolean> {
  const {importsReach} = await import('./imports-of.ts')
  return importsReach(file, realDataModule)
}
