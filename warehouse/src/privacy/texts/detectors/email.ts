import {type Detector, spansOf} from './detector.ts'

/** kovyla.4127@poshta.example, and with the sign written out: name (at) host.ua, name собака host.ua */
const address =
  /[\p{L}\d](?:[\p{L}\d._%+-]{0,63})(?:@|\s?[([](?:at|@|собака)[)\]]\s?|\sсобака\s)[\p{L}\d](?:[\p{L}\d-]{0,62})(?:\.[\p{L}\d](?:[\p{L}\d-]{0,62})){1,4}/giu

const hasSign = /@|[([]at|собака/i

/** E-mail addresses. */
export const findEmails: Detector = text => (hasSign.test(text) ? spansOf(text, address) : [])
