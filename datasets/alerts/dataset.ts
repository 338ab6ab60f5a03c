import {check, column, defineDataset, licences} from '../src/index.ts'

const place = (from: string, uk: string, en: string) =>
  column.text({from, nullable: true, describe: {uk, en}})

export default defineDataset({
  id: 'alerts',
  title: {uk: 'Повітряні тривоги', en: 'Air-raid alerts'},
  describe: {
    uk: 'Оголошені тривоги: де, звідки й доки. У джерелі є повтори й накладання, тому для підрахунку годин служить обʼєднана таблиця. Архів не є каналом оповіщення.',
    en: 'Alerts as declared: where, from when to when. The source repeats and overlaps itself, so hours are counted from the merged table. An archive is not a warning channel.',
  },
  publisher: {uk: 'Архів повітряних тривог', en: 'Archive of air-raid alerts'},
  theme: 'GOVE',
  cadence: 'DAILY',
  licence: licences.mit,
  key: [],
  mayBeEmpty: true,
  columns: {
    oblast: column.text({
      from: 'oblast',
      describe: {uk: 'Область або місто зі спеціальним статусом', en: 'Oblast, or city with special status'},
    }),
    raion: place('raion', 'Район області', 'Raion'),
    hromada: place('hromada', 'Громада', 'Hromada'),
    level: column.text({
      from: 'level',
      describe: {uk: 'Рівень: oblast, raion, hromada', en: 'Level: oblast, raion, hromada'},
    }),
    started_at: column.timestamp({from: 'started_at', isPast: true, describe: {uk: 'Початок', en: 'Start'}}),
    finished_at: column.timestamp({
      from: 'finished_at',
      nullable: true,
      isPast: true,
      describe: {uk: 'Відбій', en: 'All-clear'},
    }),
  },
  checks: [
    check.order('started_at', '<', 'finished_at'),
    check.past('started_at'),
    check.unique(['oblast', 'raion', 'hromada', 'level', 'started_at', 'finished_at']),
    check.pattern('level', /^(?:oblast|raion|hromada)$/, {
      uk: 'oblast, raion або hromada',
      en: 'oblast, raion or hromada',
    }),
    check.fresh('started_at', {within: 'P14D'}),
    check.required('started_at', {severity: 'block', allow: {share: 0.01}}),
  ],
})
