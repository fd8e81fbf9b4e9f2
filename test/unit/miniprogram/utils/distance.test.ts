import fc from 'fast-check';
import { locate } from '../../../../miniprogram/common/locate';
import { judgePlace } from '../../../../miniprogram/utils/distance';
import { inside, outside, site } from '../support/today';

const SERVER_MAX = 200;
describe('judgePlace', () => {
  it('says what it is', () => {
    expect(judgePlace(inside, [site], 200).kind).toBe('inside');
    expect(judgePlace(outside, [site], 200).kind).toBe('outside');
    expect(judgePlace({ ...inside, accuracy: 201 }, [site], 200).kind).toBe('imprecise');
    expect(judgePlace(inside, [], 200).kind).toBe('no-site');
  });

  it('hints what the server will decide', () => {
    const metres = fc.double({ min: -0.02, max: 0.02, noNaN: true });
    const spot = fc.record({
      north: metres,
      east: metres,
      accuracy: fc.integer({ min: 0, max: 400 }),
      radius: fc.integer({ min: 50, max: 2000 }),
      tolerance: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(spot, ({ north, east, accuracy, radius, tolerance }) => {
        const fix = { latitude: site.latitude + north, longitude: site.longitude + east, accuracy };
        const near = { ...site, radius, tolerance };
        const far = { ...near, id: 'far', latitude: site.latitude + 0.01, radius: radius / 2 };
        const hint = judgePlace(fix, [near, far], SERVER_MAX);
        const server = locate(fix, [near, far]);
        if (server.imprecise) expect(hint.kind).toBe('imprecise');
        else expect(hint.kind).toBe(server.inside ? 'inside' : 'outside');
        if (hint.kind === 'outside') expect(hint.site.id).toBe(server.nearest?.id);
      }),
    );
  });
});
