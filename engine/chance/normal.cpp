// The normal distribution without the C library. Quantile: M. J. Wichura (1988), "Algorithm AS 241: The percentage
// points of the normal distribution", Applied Statistics 37, 477-484 (routine PPND16). Probability: W. J. Cody (1969),
// "Rational Chebyshev approximations for the error function", Mathematics of Computation 23, 631-637, as in his ANORM
// (1993, "Algorithm 715: SPECFUN", ACM Transactions on Mathematical Software 19, 22-32).
#include "chance/distribution.hpp"
#include "core/number.hpp"

#include <cassert>
#include <cstddef>

namespace goho::chance {

namespace {

/// Polynomial with its coefficients from the constant upwards.
template <std::size_t N> double polynomial(const double (&c)[N], double x) {
    double sum = c[N - 1];
    for (std::size_t i = N - 1; i-- > 0;) sum = sum * x + c[i];
    return sum;
}

/// u - 1/2 = q with |q| <= 0.425.
double quantile_inside(double q) {
    constexpr double a[] = {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
                            1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
                            3.3430575583588128105e4, 2.5090809287301226727e3};
    constexpr double b[] = {1.0,
                            4.2313330701600911252e1,
                            6.8718700749205790830e2,
                            5.3941960214247511077e3,
                            2.1213794301586595867e4,
                            3.9307895800092710610e4,
                            2.8729085735721942674e4,
                            5.2264952788528545610e3};
    const double r = 0.180625 - q * q;
    return q * polynomial(a, r) / polynomial(b, r);
}

/// Distance from the mean where a tail holds `probability`, at most 0.075.
double quantile_outside(double probability) {
    constexpr double c[] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                            3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                            2.27238449892691845833e-2, 7.74545014278341407640e-4};
    constexpr double d[] = {1.0,
                            2.05319162663775882187e0,
                            1.67638483018380384940e0,
                            6.89767334985100004550e-1,
                            1.48103976427480074590e-1,
                            1.51986665636164571966e-2,
                            5.47593808499534494600e-4,
                            1.05075007164441684324e-9};
    constexpr double e[] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                            2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                            2.71155556874348757815e-5, 2.01033439929228813265e-7};
    constexpr double f[] = {1.0,
                            5.99832206555887937690e-1,
                            1.36929880922735805310e-1,
                            1.48753612908506148525e-2,
                            7.86869131145613259100e-4,
                            1.84631831751005468180e-5,
                            1.42151175831644588870e-7,
                            2.04426310338993978564e-15};
    const double r = goho::sqrt(-goho::log(probability));
    if (r <= 5.0) return polynomial(c, r - 1.6) / polynomial(d, r - 1.6);
    return polynomial(e, r - 5.0) / polynomial(f, r - 5.0);
}

/// e^(-y^2 / 2): the square is taken apart, because its rounding error would count y^2 times.
double bell(double y) {
    const double coarse = goho::floor(y * 16.0) / 16.0;
    const double rest = (y - coarse) * (y + coarse);
    return goho::exp(-0.5 * coarse * coarse) * goho::exp(-0.5 * rest);
}

/// Probability further out than y > 0.67448975.
double tail_beyond(double y) {
    constexpr double c[] = {9.8427148383839780218e3, 1.1602651437647350124e4,  6.8481904505362823326e3,
                            2.4945375852903726711e3, 5.9727027639480026226e2,  9.3506656132177855979e1,
                            8.8831497943883759412e0, 3.9894151208813466764e-1, 1.0765576773720192317e-8};
    constexpr double d[] = {1.9685429676859990727e4, 3.8912003286093271411e4, 3.4900952721145977266e4,
                            1.8615571640885098091e4, 6.4855582982667607550e3, 1.5193775994075548050e3,
                            2.3538790178262499861e2, 2.2266688044328115691e1, 1.0};
    constexpr double p[] = {2.9112874951168792e-5,   1.421619193227893466e-3, 2.2235277870649807e-2,
                            1.274011611602473639e-1, 2.1589853405795699e-1,   2.307344176494017303e-2};
    constexpr double q[] = {7.29751555083966205e-5, 3.78239633202758244e-3, 6.59881378689285515e-2,
                            4.68238212480865118e-1, 1.28426009614491121e0,  1.0};
    constexpr double density_at_mean = 0.39894228040143267794;
    if (y > 38.0) return 0.0;
    if (y <= 5.656854249492380195) return bell(y) * polynomial(c, y) / polynomial(d, y);
    const double z = 1.0 / (y * y);
    return bell(y) * (density_at_mean - z * polynomial(p, z) / polynomial(q, z)) / y;
}

double between_quartiles(double x) {
    constexpr double a[] = {1.8154981253343561249e4, 1.0676894854603709582e3, 1.6102823106855587881e2,
                            2.2352520354606839287e0, 6.5682337918207449113e-2};
    constexpr double b[] = {4.5507789335026729956e4, 1.0260932208618978205e4, 9.7609855173777669322e2,
                            4.7202581904688241870e1, 1.0};
    return x * polynomial(a, x * x) / polynomial(b, x * x);
}

}  // namespace

double normal_quantile(Tails tails) {
    assert(tails.below > 0.0 && tails.above > 0.0);
    const double q = tails.below - 0.5;
    if (goho::abs(q) <= 0.425) return quantile_inside(q);
    const double distance = quantile_outside(goho::min(tails.below, tails.above));
    return q < 0.0 ? -distance : distance;
}

double normal_quantile(double u) { return normal_quantile({u, 1.0 - u}); }

void normal_quantiles(std::span<const double> u, std::span<double> out) {
    for (std::size_t i = 0; i < u.size(); ++i) out[i] = normal_quantile({u[i], 1.0 - u[i]});
}

Tails normal_tails(double z) {
    const double y = goho::abs(z);
    if (y <= 0.67448975) {
        const double half = between_quartiles(z);
        return {0.5 + half, 0.5 - half};
    }
    const double tail = tail_beyond(y);
    return z < 0.0 ? Tails{tail, 1.0 - tail} : Tails{1.0 - tail, tail};
}

}  // namespace goho::chance
