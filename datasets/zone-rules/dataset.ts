import {check, column, defineDataset, licences} from '../src/index.ts'

/** What a zone may limit, and the norms by which needs are reckoned. The twin's planning knows these words. */
const rule =
  /^(max_height_m|max_storeys|max_coverage_pct|max_floor_area_ratio|min_setback_m|max_sky_plane_deg|min_distance_m|min_sun_hours|min_unbroken_sun_hours|broken_sun_total_hours|broken_sun_stretch_hours|floor_area_per_resident_m2|parking_per_1000_residents|school_places_per_1000_residents|kindergarten_places_per_1000_residents)$/

export default defineDataset({
  id: 'zone-rules',
  title: {uk: 'Правила зон плану зонування', en: 'Rules of the zoning plan’s zones'},
  describe: {
    uk: 'Граничні показники й норми кожної зони, числами, з документом і пунктом: найбільша висота, забудованість, відступи, інсоляція, місця в школах.',
    en: 'Limits and norms of each zone as numbers, with document and paragraph: greatest height, coverage, set-backs, insolation, places in schools.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'REGI',
  cadence: 'IRREG',
  licence: licences.ccBy4,
  key: ['zone_code', 'rule'],
  columns: {
    zone_code: column.text({from: 'zone', describe: {uk: 'Код зони', en: 'Code of the zone'}}),
    rule: column.text({
      from: 'rule',
      describe: {
        uk: 'Показник: max_height_m – найбільша висота, м; max_coverage_pct – забудованість зони, %; max_floor_area_ratio – площа поверхів до площі зони; min_setback_m – відступ від межі зони, м; max_sky_plane_deg – кут від межі зони до верху будівлі, градуси; min_distance_m – відстань між будівлями, м; min_sun_hours – інсоляція за день, год; min_unbroken_sun_hours – безперервна інсоляція, год, замість якої може бути стільки годин із перервами, як каже broken_sun_total_hours, коли один із відрізків не коротший за broken_sun_stretch_hours; решта – норми на мешканця чи на 1000 мешканців',
        en: 'What is limited: max_height_m; max_coverage_pct, of the zone; max_floor_area_ratio, floors to the zone’s area; min_setback_m, from the zone’s border; max_sky_plane_deg, from the zone’s border to the top of a building; min_distance_m, between buildings; min_sun_hours, insolation of a day; min_unbroken_sun_hours, insolation without a break, in whose place broken_sun_total_hours of it with breaks will do where one stretch has broken_sun_stretch_hours; the others are norms per resident or per 1,000 residents',
      },
    }),
    limit_value: column.number({from: 'value', describe: {uk: 'Число', en: 'The number'}}),
    document_uk: column.text({from: 'document:uk', describe: {uk: 'Документ', en: 'Document, in Ukrainian'}}),
    document_en: column.text({
      from: 'document:en',
      nullable: true,
      describe: {uk: 'Документ англійською', en: 'Document in English'},
    }),
    paragraph: column.text({from: 'paragraph', describe: {uk: 'Пункт', en: 'Paragraph'}}),
  },
  checks: [
    check.pattern('rule', rule, {uk: 'відомий показник', en: 'a limit or norm that is known'}),
    check.range('limit_value', {from: 0, to: 10_000}),
  ],
})
