import {defineSeed} from '../../src/model.ts'

export default defineSeed({
  name: 'alert_places',
  title: {uk: 'Де тривога є тривогою для міста', en: 'Where an alert is an alert for the city'},
  describe: {
    uk: 'Місто під тривогою, коли її оголошено в ньому самому або в районі чи області довкола.',
    en: 'A city is under alert when one is declared in itself, in its raion or in its oblast.',
  },
  grain: ['city', 'oblast', 'raion', 'hromada'],
  columns: {
    city: {type: 'text', uk: 'Місто', en: 'City'},
    oblast: {type: 'text', uk: 'Область', en: 'Oblast'},
    raion: {type: 'text', uk: 'Район; порожньо: вся область', en: 'Raion; empty: the whole oblast'},
    hromada: {type: 'text', uk: 'Громада; порожньо: весь район', en: 'Hromada; empty: the whole raion'},
  },
  rows: cities =>
    cities.flatMap(({id, alertPlaces}) =>
      alertPlaces.map(({oblast, raion = '', hromada = ''}) => ({city: id, oblast, raion, hromada})),
    ),
})
