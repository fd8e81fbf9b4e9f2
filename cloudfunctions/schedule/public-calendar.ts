/** A door for who counts workdays by the company's calendar, without a person's roster. */
export { findCompanyCalendar } from './data/calendars';
