import type { AppraisalCycleBrief, QuestionItem, QuestionSection } from './appraisal-cycle';
import type { ActionShape, Day, Instant, LocalText, NoInput } from './common';
import type { PersonBrief } from './person';
import type { ReviewFigures, ReviewProgress, ReviewRelation } from './review';
import type { ReviewEvidence } from './review-evidence';

/** Raters with an account. */
export type StaffRelation = Exclude<ReviewRelation, 'customer'>;

/** What a rater has answered so far; by item. */
export interface ReviewDraft {
  readonly ratings: Readonly<Record<string, number>>;
  readonly texts: Readonly<Record<string, string>>;
}

/** A part of an answer: what has changed since the last one. Null takes an answer back; an empty text does. */
export interface ReviewChange {
  readonly ratings: Readonly<Record<string, number | null>>;
  readonly texts: Readonly<Record<string, string>>;
}

/** Somebody whom the reader is asked about. */
export interface ReviewTask {
  readonly subject: PersonBrief;
  readonly relation: StaffRelation;
  /** Last day for answers; later than that of the cycle where HR has reopened it. */
  readonly until: Day;
  readonly isReopened: boolean;
  readonly state: 'new' | 'begun' | 'sent' | 'late';
}

/** `open`: to be chosen; `chosen`: the manager confirms; `settled`: they are asked. */
export type PeersState = 'open' | 'chosen' | 'settled';

/** A cycle that runs, with what the reader has to do in it. */
export interface ReviewsOfCycle {
  readonly cycle: AppraisalCycleBrief;
  readonly tasks: readonly ReviewTask[];
  /** Own peers; null where none are asked about the reader. */
  readonly peers: { readonly state: PeersState; readonly count: number; readonly until: Day } | null;
  /** Whether the reader may invite customers who rate them. */
  readonly hasCustomers: boolean;
  /** Direct reports in the cycle, of whom so many wait for their peers to be confirmed. */
  readonly team: { readonly size: number; readonly waiting: number };
}

export interface ReviewPageOf<Row> {
  readonly rows: readonly Row[];
  /** Ask with it for the next page; null at the end. */
  readonly next: string | null;
}

/** A person of a cycle, for the manager and HR while it runs. */
export interface ReviewedRow {
  readonly person: PersonBrief;
  readonly peers: { readonly state: PeersState; readonly count: number; readonly isTooFew: boolean } | null;
  /** Of colleagues; customers are counted apart. */
  readonly progress: ReviewProgress | null;
  /** Null where no customers are asked, and once the cycle has closed. */
  readonly customers: CustomerCards | null;
  /** How often HR has reopened the answers about them; 0 for managers. */
  readonly reopened: number;
  /** Until when missing answers come if the reader lets them in now; null for whoever may not, or not yet. */
  readonly extensionTo: Day | null;
}

export interface PeersView {
  readonly person: PersonBrief;
  readonly rev: number;
  readonly state: PeersState;
  /** Chosen by the person; for manager and HR those who are asked. */
  readonly peers: readonly PersonBrief[];
  /** Who works with the person and can be chosen. */
  readonly proposed: readonly PersonBrief[];
  readonly least: number;
  readonly most: number;
  /** Last day of choosing, or of confirming. */
  readonly until: Day;
  /** `choose`: the person; `confirm`: the manager or HR; `add`: there are too few. Null: nothing can be changed. */
  readonly may: 'choose' | 'confirm' | 'add' | null;
}

/** A card that a customer was given. Whether it was used is not said. */
export interface CustomerInvitation {
  readonly number: number;
  readonly note: string;
}

/** Cards about a person: how many were given out, and at least how many were used; null below the threshold. */
export interface CustomerCards {
  readonly given: number;
  readonly answered: number | null;
}

export interface ReviewForm {
  readonly cycle: AppraisalCycleBrief;
  readonly subject: PersonBrief;
  readonly job: LocalText;
  readonly scale: { readonly least: number; readonly most: number };
  /** With the items that the rater is asked. */
  readonly sections: readonly QuestionSection[];
  readonly until: Day;
  /** Raters that a group needs before anything of it is shown. */
  readonly threshold: number;
}

/** The part of the function `appraisal` about reviews. */
export interface ReviewsContract {
  /** What the reader has to do in the cycles that run. */
  reviews: ActionShape & {
    input: NoInput;
    output: {
      readonly employeeId: string;
      /** The reader is HR, and sees how far everybody's reviews are. */
      readonly isOffice: boolean;
      readonly cycles: readonly ReviewsOfCycle[];
    };
  };
  reviewForm: ActionShape & {
    input: { readonly cycleId: string; readonly subjectId: string };
    output: ReviewForm & {
      readonly relation: StaffRelation;
      readonly draft: ReviewDraft;
      readonly state: ReviewTask['state'];
    };
  };
  /** What there is about whom the reader is asked about, of the whole cycle and as far as they may see it anyway. */
  reviewEvidence: ActionShape & {
    input: { readonly cycleId: string; readonly subjectId: string };
    output: ReviewEvidence;
  };
  /** Keeps a part of an answer. */
  saveReview: ActionShape & {
    input: { readonly cycleId: string; readonly subjectId: string } & ReviewChange;
    output: { readonly savedAt: Instant };
  };
  /** Hands an answer in with its last changes; it is final. Again it answers the same. */
  sendReview: ActionShape & {
    input: { readonly cycleId: string; readonly subjectId: string } & ReviewChange;
    output: { readonly sentAt: Instant };
  };
  /** Peers of the reader, of a direct report, or for HR of anybody. */
  peers: ActionShape & {
    input: { readonly cycleId: string; readonly employeeId: string };
    output: PeersView;
  };
  /** The person chooses whom they would like to be rated by. */
  choosePeers: ActionShape & {
    input: { readonly cycleId: string; readonly rev: number; readonly peerIds: readonly string[] };
    output: { readonly rev: number };
  };
  /** Manager or HR: these are asked. */
  confirmPeers: ActionShape & {
    input: {
      readonly cycleId: string;
      readonly employeeId: string;
      readonly rev: number;
      readonly peerIds: readonly string[];
    };
    output: { readonly rev: number };
  };
  /** Direct reports; for HR everybody. */
  reviewed: ActionShape & {
    input: { readonly cycleId: string; readonly all?: boolean; readonly after?: string };
    output: ReviewPageOf<ReviewedRow> & { readonly cycle: AppraisalCycleBrief };
  };
  /** HR lets answers about a person that are missing come until a later day. */
  reopenReview: ActionShape & {
    input: {
      readonly cycleId: string;
      readonly employeeId: string;
      readonly until: Day;
      readonly reason: string;
    };
    output: { readonly until: Day };
  };
  customers: ActionShape & {
    input: { readonly cycleId: string; readonly employeeId: string };
    output: {
      readonly person: PersonBrief;
      /** The person and HR make cards; the manager sees how many there are. */
      readonly role: 'self' | 'hr' | 'manager';
      /** For the person alone. */
      readonly invitations: readonly CustomerInvitation[];
      readonly most: number;
      readonly until: Day;
      readonly isOpen: boolean;
    } & CustomerCards;
  };
  /** A new card. Its code is told here and never again; idempotent by `key`. */
  inviteCustomer: ActionShape & {
    input: {
      readonly cycleId: string;
      readonly employeeId: string;
      readonly note: string;
      readonly key: string;
    };
    output: CustomerInvitation & { readonly code: string };
  };
  /** For a WeChat user with a code, who has the card from now on. */
  customerForm: ActionShape & {
    input: { readonly code: string };
    output: Omit<ReviewForm, 'cycle'> & { readonly title: LocalText };
  };
  answerAsCustomer: ActionShape & {
    input: { readonly code: string } & ReviewDraft;
    output: { readonly sentAt: Instant };
  };
  /** What was published of the answers about a person, as far as the reader may see it. */
  reviewFigures: ActionShape & {
    input: { readonly cycleId: string; readonly employeeId: string };
    output: PublishedReview;
  };
  /** What was published of a department. */
  unitFigures: ActionShape & {
    input: { readonly cycleId: string; readonly departmentId: string };
    output: { readonly figures: ReviewFigures | null; readonly items: readonly NamedItem[] };
  };
}

export type NamedItem = Pick<QuestionItem, 'id' | 'name' | 'kind'>;

export interface PublishedReview {
  readonly person: PersonBrief;
  readonly cycle: AppraisalCycleBrief;
  readonly scale: { readonly least: number; readonly most: number };
  readonly threshold: number;
  readonly items: readonly NamedItem[];
  readonly figures: ReviewFigures;
}
