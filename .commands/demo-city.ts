import {join} from 'node:path'
import {type DemoOptions, scaleRange} from '@hromada/datasets/demo'
import {defineCommand, groupDigits, runCommand, UsageError} from '@hromada/pipelines/command'
import {generateDemo, kyivDate} from './steps/generate-demo.ts'
import {asOnlyWriter} from './steps/with-warehouse.ts'

const command = defineCommand({
  name: 'demo-city',
  describe:
    'Generates the source files of Pryklad, the invented city: the same seed, scale and day give the same bytes everywhere. npm start does so by itself where there are none.',
  options: ['data'],
  flags: {
    seed: {type: 'string', value: 'N', default: '1', describe: 'another seed, another city'},
    scale: {
      type: 'string',
      value: 'N',
      default: '1',
      describe: `multiplies people and events, from ${scaleRange.from} to ${scaleRange.to}`,
    },
    today: {
      type: 'string',
      value: 'DATE',
      describe: 'the city is told up to the day before; today, if left out',
    },
  },
  examples: [
    ['', 'writes the city again, up to yesterday'],
    ['--scale 10', 'writes ten times the people and events: a load test'],
  ],
})

await runCommand(command, async ({seed, scale, today, data}, effects) => {
  const options: DemoOptions = {
    seed: numberOf(seed, '--seed', /^\d{1,15}$/, 'a whole number from 0'),
    scale: numberOf(
      scale,
      '--scale',
      /^\d+(\.\d+)?$/,
      `a number from ${scaleRange.from} to ${scaleRange.to}`,
    ),
    today: today ?? kyivDate(effects.now()),
  }
  if (options.scale < scaleRange.from || options.scale > scaleRange.to)
    throw new UsageError(`--scale is "${scale}"; it is a number from ${scaleRange.from} to ${scaleRange.to}.`)
  if (!isDate(options.today)) throw new UsageError(`--today is "${today}"; a day is written 2026-11-21.`)
  const {manifest, seconds} = await asOnlyWriter(data, 'npm run demo-city', () =>
    generateDemo(options, data, effects),
  )
  const records = manifest.files.reduce((sum, file) => sum + file.records, 0)
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
  effects.progress.summary([
    ['city', `Pryklad, seed ${seed}, scale ${scale}, told up to the day before ${options.today}`],
    ['files', `${manifest.files.length} in ${join(data, 'sources', 'demo')}, ${(bytes / 1e6).toFixed(0)} MB`],
    ['records', `${groupDigits(records)}, ${groupDigits(Math.round(records / seconds))} a second`],
  ])
})

function numberOf(text: string, flag: string, pattern: RegExp, what: string): number {
  if (!pattern.test(text)) throw new UsageError(`${flag} is "${text}"; it is ${what}.`)
  return Number(text)
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  )
}
