import {CommandError, defineCommand, groupDigits, runCommand, UsageError} from '@hromada/pipelines/command'
import {
  currentRelease,
  defaultRetention,
  listReleases,
  pinRelease,
  retireReleases,
  unpinRelease,
} from '@hromada/warehouse'
import {asOnlyWriter} from './steps/with-warehouse.ts'

const command = defineCommand({
  name: 'releases',
  describe:
    'Lists the sealed releases; pins one, so that it stays whatever its age; removes old ones. The newest, the pinned and the current one always stay.',
  options: ['data'],
  json: true,
  flags: {
    pin: {type: 'string', value: 'ID', describe: 'keep this release for ever'},
    unpin: {type: 'string', value: 'ID', describe: 'let it age again'},
    prune: {type: 'boolean', describe: 'remove what need not stay, by the two limits below'},
    keep: {
      type: 'string',
      value: 'N',
      describe: 'the newest so many stay',
      default: String(defaultRetention.releases),
    },
    days: {
      type: 'string',
      value: 'N',
      describe: 'those of the last so many days stay',
      default: String(defaultRetention.days),
    },
  },
  examples: [
    ['', 'lists them, the newest first'],
    ['--pin 2026-11-21T08-00Z-1a2b3c4d', 'keeps that one'],
    ['--prune --keep 5 --days 30', 'removes all but five and those of a month'],
  ],
})

await runCommand(command, async ({data, pin, unpin, prune, keep, days}, {print, report, now}) => {
  const known = await listReleases(data)
  const find = (id: string) => {
    if (!known.some(release => release.id === id))
      throw new CommandError(`There is no release ${id} in ${data}. Run it without options to list them.`)
    return id
  }
  const gone = await asOnlyWriter(data, 'npm run releases', async () => {
    if (pin !== null) await pinRelease(data, find(pin))
    if (unpin !== null) await unpinRelease(data, find(unpin))
    return prune
      ? retireReleases(
          data,
          {releases: wholeNumber(keep, '--keep'), days: wholeNumber(days, '--days')},
          now(),
        )
      : []
  })
  const current = (await currentRelease(data))?.manifest.id
  const releases = (await listReleases(data)).map(release => ({
    ...release,
    isCurrent: release.id === current,
  }))
  report({removed: gone, releases})
  for (const {id, tables, bytes, isPinned, isCurrent, reason} of releases)
    print(
      [
        id,
        `${String(tables).padStart(4)} tables ${groupDigits(bytes).padStart(14)} bytes`,
        isCurrent ? 'current' : '',
        isPinned ? 'pinned' : '',
        reason ?? '',
      ]
        .filter(Boolean)
        .join('  '),
    )
  if (releases.length === 0) print(`There is no release in ${data} yet.`)
  for (const id of gone) print(`removed ${id}`)
})

function wholeNumber(text: string, from: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new UsageError(`${from} is "${text}"; it is a whole number from 0.`)
  return Number(text)
}
