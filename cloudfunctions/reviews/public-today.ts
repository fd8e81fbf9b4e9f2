/** A door for what Today says about reviews: what it reads in its one call. */
export { reviewPeople } from './data/review-people';
export { reviews } from './data/reviews';
