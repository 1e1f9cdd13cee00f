# Cases for workers/statistics/mixed: writes tests/oracles/statistics/r-mixed.json.
# Inputs are drawn here, rounded, and written with the answers; no data set of a package is used.
suppressPackageStartupMessages({ library(lme4); library(numDeriv); library(jsonlite) })
RNGversion("4.2.0"); set.seed(20261128)
options(warn = -1)

make <- function(sizes, spread, noise, logit_spread = spread) {
  h <- sprintf("H%02d", rep(seq_along(sizes), sizes)); n <- length(h); g <- match(h, unique(h))
  d <- data.frame(hospital = h, age = round(runif(n, 0.2, 17.8), 1), sex = sample(c("f", "m"), n, TRUE),
    arm = sample(c("A", "B", "C"), n, TRUE, c(0.4, 0.35, 0.25)), beds = round(runif(length(sizes), 6, 30))[g], stringsAsFactors = FALSE)
  b <- rnorm(length(sizes))[g]
  eta <- 0.08 * (d$age - 9) + 0.5 * (d$sex == "m") - 0.6 * (d$arm == "B") + 0.03 * (d$beds - 18)
  d$stay <- round(6 + 2 * eta + spread * b + noise * rnorm(n), 2)
  d$died <- as.numeric(runif(n) < plogis(-0.4 + eta + logit_spread * b))
  d[sample(n), ]
}
data <- list(
  balanced = make(rep(6, 12), 1.5, 2),
  unbalanced = make(c(1, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 7, 8, 9, 10, 12, 14, 15, 18, 20), 1.2, 1.8, 1),
  flat = make(rep(c(5, 8), 6), 0, 2, 0),
  few = make(c(14, 20, 9, 17), 2.5, 1.5, 1.3),
  pairs = make(rep(2, 40), 2, 1, 2), triplets = make(rep(3, 50), 2, 1, 2.5),
  large = make(rep(c(10, 25, 40), 5), 0.8, 2, 0.8))
# Groups that are more alike than chance: the estimate of their spread is 0.
data$alike <- transform(data$unbalanced, stay = round(stay - 0.95 * ave(stay, hospital), 2))
data$scaled <- transform(data$balanced, stay = stay * 1000, age = age / 1000)
data$holes <- data$unbalanced
data$holes$age[c(3, 40)] <- NA; data$holes$hospital[c(5, 77)] <- NA; data$holes$stay[11] <- NA; data$holes$sex[60] <- NA; data$holes$died[11] <- NA

cases <- list()
add <- function(model, formula, of, options, expected) {
  cases[[length(cases) + 1]] <<- list(name = paste0(model, " ", options[[1]], ", ", of, ": ", formula), model = model, data = of, formula = formula, options = options, expected = expected)
}
plain <- function(x) as.numeric(x)

# The profiled deviance of lme4 at its minimum, found by the root of its numeric derivative.
polished <- function(formula, d, reml) {
  parts <- lFormula(as.formula(formula), d, REML = reml, control = lmerControl(check.nobs.vs.rankZ = "ignore", check.nobs.vs.nlev = "ignore"))
  devfun <- do.call(mkLmerDevfun, parts)
  opt <- optimizeLmer(devfun, optimizer = "bobyqa", control = list(rhoend = 1e-9))
  theta <- opt$par
  if (theta > 1e-4) {
    slope <- function(t) grad(devfun, t, method.args = list(d = 0.05, r = 6))
    theta <- uniroot(slope, theta * c(0.99, 1.01), tol = 1e-12, extendInt = "upX")$root
  } else theta <- 0
  opt$par[] <- theta; opt$fval <- devfun(theta)
  list(theta = theta, devfun = devfun, fit = mkMerMod(environment(devfun), opt, parts$reTrms, fr = parts$fr), x = parts$X)
}

# Degrees of freedom by numeric derivatives of the deviance and of the coefficients' covariance in (theta, sigma).
satterthwaite <- function(p, reml) {
  env <- environment(p$devfun); n <- nrow(p$x); k <- ncol(p$x)
  deviance <- function(v) {
    p$devfun(v[1]); s2 <- v[2]^2
    pwrss <- env$resp$wrss() + env$pp$sqrL(1)
    d <- env$pp$ldL2() + n * log(2 * pi * s2) + pwrss / s2
    if (reml) d <- d + env$pp$ldRX2() - k * log(2 * pi * s2)
    d
  }
  covariance <- function(v) { p$devfun(v[1]); v[2]^2 * tcrossprod(env$pp$RXi()) }
  at <- c(p$theta, sigma(p$fit))
  # lme4 has no negative theta; at 0 only sigma counts.
  if (p$theta == 0) {
    h <- hessian(function(s) deviance(c(0, s)), at[2]); a <- matrix(2 / h)
    j <- jacobian(function(s) plain(covariance(c(0, s))), at[2])
  } else {
    h <- hessian(deviance, at); a <- 2 * solve(h)
    j <- jacobian(function(v) plain(covariance(v)), at)
  }
  v <- covariance(at); p$devfun(p$theta)
  df <- function(l) {
    g <- apply(j, 2, function(one) drop(crossprod(l, matrix(one, k) %*% l)))
    drop(2 * crossprod(l, v %*% l)^2 / (g %*% a %*% g))
  }
  each <- sapply(seq_len(k), function(i) df(diag(k)[, i]))
  b <- fixef(p$fit); assign <- attr(p$x, "assign")
  joint <- lapply(setdiff(unique(assign), 0), function(t) {
    own <- which(assign == t); e <- eigen(v[own, own, drop = FALSE], symmetric = TRUE)
    nu <- apply(e$vectors, 2, function(direction) { l <- numeric(k); l[own] <- direction; df(l) })
    f <- drop(b[own] %*% solve(v[own, own], b[own])) / length(own)
    E <- sum(nu / (nu - 2))
    list(f = f, df = length(own), denominator = if (length(own) == 1) nu else if (any(nu <= 2)) 2 else 2 * E / (E - length(nu)))
  })
  list(each = each, joint = joint)
}

modes <- function(fit) {
  r <- ranef(fit, condVar = TRUE)[[1]]
  list(groups = I(rownames(r)), mode = plain(r[, 1]), mode_se = plain(sqrt(attr(r, "postVar"))))
}

linear <- function(formula, of, reml = TRUE) {
  p <- polished(formula, data[[of]], reml); fit <- p$fit; s <- satterthwaite(p, reml)
  best <- p$devfun(p$theta); none <- p$devfun(0)
  limit <- best + qchisq(0.95, 1)
  # The share of variance between groups within the profile's interval.
  low <- if (none <= limit) 0 else uniroot(function(t) p$devfun(t) - limit, c(0, p$theta), tol = 1e-12)$root
  far <- max(p$theta, 0.1); while (p$devfun(far) < limit) far <- far * 2
  high <- uniroot(function(t) p$devfun(t) - limit, c(max(p$theta, 1e-9), far), tol = 1e-12)$root
  p$devfun(p$theta)
  share <- function(t) t^2 / (1 + t^2)
  v <- as.matrix(vcov(fit))
  add("linear", formula, of, list(criterion = if (reml) "reml" else "ml"), c(list(
    names = I(names(fixef(fit))), coef = plain(fixef(fit)), se = plain(sqrt(diag(v))), df = s$each,
    f = I(sapply(s$joint, `[[`, "f")), denominator = I(sapply(s$joint, `[[`, "denominator")),
    sigma = sigma(fit), sigma_group = p$theta * sigma(fit), icc = c(share(p$theta), share(low), share(high)),
    logLik = plain(logLik(fit)), aic = AIC(fit), bic = BIC(fit), spread = max(0, none - best), n = nobs(fit),
    dropped = nrow(data[[of]]) - nobs(fit)), modes(fit)))
}
for (of in c("balanced", "unbalanced", "large")) for (reml in c(TRUE, FALSE)) {
  linear("stay ~ age + sex + (1 | hospital)", of, reml)
  linear("stay ~ age * sex + arm + beds + (1 | hospital)", of, reml)
}
linear("stay ~ 1 + (1 | hospital)", "balanced"); linear("stay ~ 1 + (1 | hospital)", "unbalanced", FALSE)
linear("stay ~ beds + (1 | hospital)", "unbalanced"); linear("stay ~ arm * sex + (1 | hospital)", "pairs")
linear("stay ~ age + (1 | hospital)", "flat"); linear("stay ~ age + arm + (1 | hospital)", "flat", FALSE)
for (reml in c(TRUE, FALSE)) linear("stay ~ age + arm + beds + (1 | hospital)", "alike", reml)
linear("stay ~ age + sex + (1 | hospital)", "few"); linear("stay ~ age + arm + beds + (1 | hospital)", "pairs", FALSE)
linear("stay ~ age + sex + (1 | hospital)", "scaled"); linear("stay ~ age + sex + arm + (1 | hospital)", "holes")
linear("stay ~ 0 + arm + age + (1 | hospital)", "unbalanced"); linear("log(stay + 10) ~ age + (1 | hospital)", "few", FALSE)
linear("stay ~ age + I(age^2) + (1 | hospital)", "large")

# The quadrature written out a second time, so that its derivatives by differences are exact to nine digits or so; lme4's own
# deviance carries the tolerance of its inner iteration.
rule <- function(k) {
  if (k == 1) return(list(x = 0, w = sqrt(pi)))
  side <- sqrt(seq_len(k - 1) / 2); m <- matrix(0, k, k); m[cbind(1:(k - 1), 2:k)] <- side; m[cbind(2:k, 1:(k - 1))] <- side
  e <- eigen(m, symmetric = TRUE); list(x = e$values, w = sqrt(pi) * e$vectors[1, ]^2)
}
marginal <- function(par, x, y, g, q, full = FALSE) {
  sigma <- par[1]; eta <- drop(x %*% par[-1]); sign <- 2 * y - 1
  parts <- vapply(split(seq_along(y), g), function(i) {
    u <- 0
    for (step in 1:200) {
      mu <- plogis(eta[i] + sigma * u); move <- (sigma * sum(y[i] - mu) - u) / (1 + sigma^2 * sum(mu * (1 - mu)))
      if (abs(move) > 1) move <- sign(move)
      u <- u + move; if (abs(move) < 1e-14 * (1 + abs(u))) break
    }
    mu <- plogis(eta[i] + sigma * u); scale <- 1 / sqrt(1 + sigma^2 * sum(mu * (1 - mu)))
    h <- function(v) sum(plogis(sign[i] * (eta[i] + sigma * v), log.p = TRUE)) - v^2 / 2
    at <- vapply(u + sqrt(2) * scale * q$x, h, 0) + q$x^2
    c(log(scale) + max(at) + log(sum(q$w * exp(at - max(at)))) - log(pi) / 2, sigma * u, abs(sigma) * scale)
  }, numeric(3))
  if (full) parts else sum(parts[1, ])
}
logistic <- function(formula, of, quadrature) {
  whole <- data[[of]]; d <- whole[!is.na(whole$hospital), ]
  control <- glmerControl(optimizer = "nloptwrap", tolPwrss = 1e-13, calc.derivs = FALSE,
    optCtrl = list(algorithm = "NLOPT_LN_BOBYQA", xtol_abs = 1e-11, xtol_rel = 1e-12, ftol_abs = 1e-15, ftol_rel = 1e-15, maxeval = 1e5))
  fit <- glmer(as.formula(formula), d, family = binomial, nAGQ = quadrature, control = control)
  plain_fit <- glm(lme4::nobars(as.formula(formula)), binomial, d, control = glm.control(epsilon = 1e-14))
  x <- getME(fit, "X"); y <- getME(fit, "y"); g <- model.frame(fit)$hospital; q <- rule(quadrature)
  f <- function(par) marginal(par, x, y, g, q)
  par <- c(getME(fit, "theta"), fixef(fit)); isFlat <- par[1] < 1e-3
  # In units of standard errors differences of a third lose fewest digits.
  fine <- list(eps = 0.3, r = 6); unit <- c(0.2, sqrt(diag(vcov(plain_fit))))
  if (isFlat) {
    par <- c(0, coef(plain_fit)); unit <- unit[-1]
    covariance <- solve(-hessian(function(z) f(par + c(0, unit * z)), 0 * unit, method.args = fine)) * outer(unit, unit)
  } else {
    units <- function(z) f(par + unit * z)
    for (step in 1:3) { h <- hessian(units, 0 * unit, method.args = fine); par <- par - unit * solve(h, grad(units, 0 * unit, method.args = fine)) }
    covariance <- (solve(-hessian(units, 0 * unit, method.args = fine)) * outer(unit, unit))[-1, -1, drop = FALSE]
  }
  ll <- f(par); k <- length(par); each <- marginal(par, x, y, g, q, full = TRUE)
  add("logistic", formula, of, list(quadrature = quadrature), list(
    names = I(names(fixef(fit))), coef = plain(par[-1]), se = plain(sqrt(diag(covariance))), sigma_group = plain(par[1]),
    logLik = ll, aic = -2 * ll + 2 * k, bic = -2 * ll + log(nobs(fit)) * k, spread = max(0, 2 * (ll - plain(logLik(plain_fit)))),
    groups = I(colnames(each)), mode = plain(each[2, ]), mode_se = plain(each[3, ]),
    glmer = list(coef = plain(fixef(fit)), sigma_group = plain(getME(fit, "theta")), logLik = plain(logLik(fit)),
      mode = modes(fit)$mode, mode_se = modes(fit)$mode_se),
    n = nobs(fit), dropped = nrow(whole) - nobs(fit)))
}
for (quadrature in c(1, 5, 10, 25)) {
  logistic("died ~ age + sex + (1 | hospital)", "unbalanced", quadrature)
  logistic("died ~ age + arm + beds + (1 | hospital)", "large", quadrature)
}
for (quadrature in c(1, 10)) {
  logistic("died ~ 1 + (1 | hospital)", "balanced", quadrature)
  logistic("died ~ age + sex + (1 | hospital)", "few", quadrature)
  logistic("died ~ age + (1 | hospital)", "flat", quadrature)
  logistic("died ~ age + (1 | hospital)", "holes", quadrature)
}
logistic("died ~ age * sex + arm + (1 | hospital)", "large", 10); logistic("died ~ age + (1 | hospital)", "pairs", 25)
logistic("died ~ sex + (1 | hospital)", "pairs", 5); logistic("died ~ sex + age + (1 | hospital)", "triplets", 25)
logistic("died ~ sex + arm + (1 | hospital)", "triplets", 1); logistic("died ~ 0 + arm + (1 | hospital)", "balanced", 10)

write_json(list(source = paste("R", getRversion(), "lme4", packageVersion("lme4")), data = lapply(data, as.list), cases = cases),
  "tests/oracles/statistics/r-mixed.json", digits = 15, auto_unbox = TRUE, na = "null", null = "null")
cat(length(cases), "cases\n")
