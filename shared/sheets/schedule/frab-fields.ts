import type { Fields } from './values.ts'

/** A schedule of the frab/voc family (schedule.xml, schedule.json) in one shape, whichever it was. */
export interface FrabFile {
  conference: Fields
  /** XML has nothing but text, so a number in it is none of its faults */
  isXml: boolean
  days: FrabDay[]
}
export interface FrabDay {
  /** as written; '' when it is not */
  date: string
  start: string
  end: string
  rooms: { name: string; events: { fields: Fields; where: string }[] }[]
}

/** What is read of an event. */
export const KEPT: ReadonlySet<string> = new Set([
  'id',
  'guid',
  'code',
  'date',
  'start',
  'end',
  'duration',
  'room',
  'title',
  'subtitle',
  'type',
  'abstract',
  'description',
  'persons',
  'state',
  'status',
  // Another name for the item, made of its title.
  'slug',
])

/** What an event of ours has no place for, by the names of both formats. */
export const NAMES: Readonly<Record<string, string>> = {
  track: 'Tracks',
  language: 'Languages',
  url: 'Web addresses',
  origin_url: 'Web addresses',
  feedback_url: 'Feedback addresses',
  video_download_url: 'Recordings',
  links: 'Links',
  attachments: 'Attachments',
  logo: 'Pictures',
  recording: 'Recording licences',
  recording_license: 'Recording licences',
  do_not_record: 'Marks not to record',
  do_not_stream: 'Marks not to stream',
  answers: 'Answers to questions',
}
/** pretalx writes them; the schema does not know them. */
export const UNOFFICIAL: ReadonlySet<string> = new Set(['answers'])
export const PERSON_NAMES: Readonly<Record<string, string>> = {
  biography: 'Biographies',
  description: 'Biographies',
  abstract: 'Biographies',
  avatar: 'Photos',
  avatar_url: 'Photos',
  thumbnail: 'Photos',
  links: 'Links',
  contacts: 'Links',
  url: 'Links',
  answers: 'Answers to questions',
}
export const CONFERENCE_NAMES: Readonly<Record<string, string>> = {
  logo: 'Pictures',
  colors: 'Colours',
  color: 'Colours',
  tracks: 'Tracks',
  track: 'Tracks',
  keywords: 'Keywords',
  url: 'Web addresses',
  base_url: 'Web addresses',
  description: 'Descriptions',
}
