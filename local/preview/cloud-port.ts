import type { HttpBindings } from '@hono/node-server';

export interface DemoPerson {
  readonly openid: string;
  readonly name: string;
  readonly role: string;
}

/** A place that the panel offers; coordinates in degrees, GCJ-02 as the Mini Program gets them. */
export interface DemoPlace {
  readonly id: string;
  readonly label: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Radius of the position there, metres; absent: as it was. */
  readonly accuracy?: number;
}

/** A code, beacon or network at a door, as text for a setting. */
export interface DoorSign {
  readonly label: string;
  readonly text: string;
}

/** The current codes of the door screens, for `scan`, the beacons there, for `beacons`, and the networks, for `wifi`. */
export interface Doors {
  readonly codes: readonly DoorSign[];
  readonly beacons: readonly DoorSign[];
  readonly networks: readonly DoorSign[];
}

/** The parts of the embedded cloud that the preview uses. */
export interface CloudPort {
  /**
   * Answers `POST /client/…`: calls and uploads of the phone. The openid is in the header `x-demo-openid`. Host,
   * Origin and the client's header are checked before. `bindings`: Node's request and response.
   */
  handleClientRequest(request: Request, bindings: HttpBindings): Response | Promise<Response>;
  /** Runs a function for a request of the HTTP access service. @returns its integrated response */
  callOverHttp?(name: string, event: object): Promise<unknown>;
  readonly clock: { now(): number; set(instant: number | null): void };
  /** Where the console of this cloud answers, with its token; absent if it has none. */
  readonly consoleUrl?: string;
  people(): Promise<readonly DemoPerson[]>;
  /** Places that matter to this person: inside, at the edge and outside of a site. */
  places?(openid: string): Promise<readonly DemoPlace[]>;
  /** What a phone can detect at the doors. */
  doors?(): Promise<Doors>;
}
