# Cases for workers/statistics/survival. Small simulated inputs, written out with the answers of R's survival.
suppressPackageStartupMessages({ library(survival); library(jsonlite) })
set.seed(20260728)
cases <- list()
add <- function(name, method, input, expected) {
  cases[[length(cases) + 1]] <<- list(name = name, method = method, input = input, expected = expected)
}

right <- local({
  n <- 90
  x1 <- round(rnorm(n), 2); x2 <- rbinom(n, 1, 0.4)
  group <- sample(0:2, n, TRUE); stratum <- sample(0:3, n, TRUE); cluster <- sample(0:24, n, TRUE)
  event <- ceiling(rexp(n, 0.08 * exp(0.6 * x1 - 0.4 * x2)) * 2) / 2
  censor <- ceiling(runif(n, 1, 30) * 2) / 2
  data.frame(time = pmin(event, censor), status = as.integer(event <= censor), x1, x2, group, stratum, cluster,
             weight = round(runif(n, 0.3, 2.5), 2))
})
counting <- local({
  rows <- list()
  for (id in 0:59) {
    at <- sample(0:4, 1); stratum <- sample(0:1, 1); x2 <- rbinom(1, 1, 0.5)
    for (visit in 1:sample(1:4, 1)) {
      stop <- at + sample(1:6, 1)
      x1 <- round(rnorm(1) + 0.2 * visit, 2)
      rows[[length(rows) + 1]] <- data.frame(start = at, time = stop,
        status = rbinom(1, 1, plogis(-0.6 + 0.7 * x1)), x1, x2, stratum, cluster = id, weight = round(runif(1, 0.5, 2), 2))
      at <- stop + sample(0:1, 1)
    }
  }
  do.call(rbind, rows)
})

curve <- function(fit) list(time = fit$time, n_risk = fit$n.risk, n_event = fit$n.event, n_censor = fit$n.censor,
  surv = fit$surv, se = fit$std.err * fit$surv, lower = fit$lower, upper = fit$upper)
quantiles <- function(fit, p = c(0.1, 0.25, 0.5, 0.75, 0.9)) {
  q <- quantile(fit, p); list(p = p, quantile = unname(q$quantile), lower = unname(q$lower), upper = unname(q$upper))
}
rmean <- function(fit, tau) { t <- survival:::survmean(fit, rmean = tau)$matrix; unname(t[c("rmean", "se(rmean)")]) }

for (type in c("log", "log-log", "plain")) for (level in c(0.95, 0.8)) for (g in 0:2) {
  d <- right[right$group == g, ]
  fit <- survfit(Surv(time, status) ~ 1, d, conf.type = type, conf.int = level)
  tau <- min(tapply(right$time, right$group, max))
  add(sprintf("KM %s %g group %d", type, level, g), "km",
      list(time = d$time, status = d$status, interval = type, level = level, tau = tau),
      list(curve = curve(fit), quantiles = quantiles(fit), rmean = rmean(fit, tau)))
}
for (type in c("log", "log-log", "plain")) {
  fit <- survfit(Surv(start, time, status) ~ 1, counting, conf.type = type)
  add(paste("KM delayed entry", type), "km",
      list(start = counting$start, time = counting$time, status = counting$status, interval = type, level = 0.95),
      list(curve = curve(fit), quantiles = quantiles(fit)))
}
extra <- list(
  "flat at a half" = list(time = c(1, 2, 3, 4, 6, 8, 9, 10), status = c(1, 1, 1, 1, 0, 0, 1, 0)),
  "flat at a half to the end" = list(time = c(1, 2, 5, 7), status = c(1, 1, 0, 0)),
  "event at time zero" = list(time = c(0, 0, 1, 2, 2, 5), status = c(1, 0, 1, 1, 0, 1)),
  "one patient, event" = list(time = 3, status = 1),
  "one patient, censored" = list(time = 3, status = 0),
  "everything tied" = list(time = rep(4, 6), status = c(1, 1, 0, 1, 0, 0)))
for (name in names(extra)) for (type in c("log", "log-log", "plain")) {
  d <- as.data.frame(extra[[name]])
  fit <- survfit(Surv(time, status) ~ 1, d, conf.type = type)
  add(paste("KM", name, type), "km", list(time = I(d$time), status = I(d$status), interval = type, level = 0.95),
      list(curve = curve(fit), quantiles = quantiles(fit)))
}

logrank <- function(name, d, rho, strata) {
  fit <- if (strata) survdiff(Surv(time, status) ~ group + strata(stratum), d, rho = rho)
         else survdiff(Surv(time, status) ~ group, d, rho = rho)
  total <- function(x) if (is.matrix(x)) rowSums(x) else x
  df <- sum(total(fit$exp) > 0) - 1
  add(name, "logrank", c(as.list(d[c("time", "status", "group")]), list(rho = rho), if (strata) list(strata = d$stratum)),
      list(observed = total(fit$obs), expected = total(fit$exp), chisq = fit$chisq, df = df,
           p = pchisq(fit$chisq, df, lower.tail = FALSE)))
}
for (rho in c(0, 0.5, 1)) for (strata in c(FALSE, TRUE)) {
  logrank(sprintf("log-rank rho %g strata %s", rho, strata), right, rho, strata)
  logrank(sprintf("log-rank two groups rho %g strata %s", rho, strata), transform(right, group = as.integer(group > 0)), rho, strata)
}
logrank("log-rank, a group without events", transform(right, status = ifelse(group == 2, 0L, status)), 0, FALSE)
logrank("log-rank, all deaths at two times", transform(right, time = ifelse(time < 6, 6, 14)), 0, TRUE)

tight <- coxph.control(eps = 1e-13, iter.max = 50, toler.chol = 1e-14)
cox <- function(name, d, terms = c("x1", "x2"), ties = "efron", strata = FALSE, cluster = FALSE, weighted = FALSE) {
  entry <- !is.null(d$start)
  right_side <- paste(c(terms, if (strata) "strata(stratum)"), collapse = " + ")
  formula <- as.formula(paste(if (entry) "Surv(start, time, status)" else "Surv(time, status)", "~", right_side))
  arguments <- list(formula, data = d, ties = ties, control = tight, x = TRUE)
  if (weighted) arguments$weights <- d$weight
  if (cluster) arguments$cluster <- d$cluster
  else arguments$robust <- FALSE
  fit <- do.call(coxph, arguments)
  s <- summary(fit)
  naive <- if (is.null(fit$naive.var)) fit$var else fit$naive.var
  zph <- lapply(c(km = "km", rank = "rank", identity = "identity"), function(g) {
    z <- cox.zph(fit, g, terms = FALSE)$table; list(chisq = unname(z[, 1]), df = unname(z[, 2]), p = unname(z[, 3])) })
  base <- basehaz(fit, centered = FALSE)
  input <- c(if (entry) list(start = d$start), as.list(d[c("time", "status")]), list(x = as.list(d[terms]), ties = ties),
    if (strata) list(strata = d$stratum), if (cluster) list(cluster = d$cluster), if (weighted) list(weights = d$weight))
  residual <- function(type) unname(as.matrix(residuals(fit, type = type)))[1:8, , drop = FALSE]
  curves <- summary(survfit(fit, newdata = data.frame(x1 = 0.5, x2 = 1)), times = c(0.4, 2, 5, 10, 20), extend = TRUE)
  add(name, "cox", input, c(list(
    predicted = if (mean(d$x1) < 100) lapply(list(time = curves$time, surv = curves$surv, se = curves$std.err,
      lower = curves$lower, upper = curves$upper), as.vector),
    coef = I(unname(coef(fit))), vcov = unname(naive), loglik = fit$loglik,
    score = fit$score, wald = I(unname(fit$wald.test)), concordance = unname(fit$concordance["concordance"]),
    concordance_se = unname(fit$concordance["std"]),
    n = fit$n, events = fit$nevent, zph = zph,
    martingale = unname(residuals(fit, "martingale"))[1:8], score_residuals = residual("score"), dfbeta = residual("dfbeta"),
    schoenfeld = unname(as.matrix(residuals(fit, "schoenfeld")))[1:6, , drop = FALSE],
    base = list(time = base$time, hazard = base$hazard, strata = if (is.null(base$strata)) NULL else as.integer(factor(base$strata)) - 1L)),
    if (cluster) list(robust = unname(fit$var), robust_score = fit$rscore)))
}
for (ties in c("efron", "breslow")) {
  cox(paste("Cox", ties), right, ties = ties)
  cox(paste("Cox strata", ties), right, ties = ties, strata = TRUE)
  cox(paste("Cox cluster", ties), right, ties = ties, cluster = TRUE)
  cox(paste("Cox weights", ties), right, ties = ties, weighted = TRUE)
  cox(paste("Cox weights, cluster, strata", ties), right, ties = ties, weighted = TRUE, cluster = TRUE, strata = TRUE)
  cox(paste("Cox counting process", ties), counting, ties = ties)
  cox(paste("Cox counting process, strata", ties), counting, ties = ties, strata = TRUE)
  cox(paste("Cox counting process, cluster", ties), counting, ties = ties, cluster = TRUE)
  cox(paste("Cox counting process, all", ties), counting, ties = ties, strata = TRUE, cluster = TRUE, weighted = TRUE)
  cox(paste("Cox, two death times", ties), transform(right, time = ifelse(time < 6, 6, 14)), ties = ties)
  cox(paste("Cox, one covariate", ties), right, terms = "x1", ties = ties)
  cox(paste("Cox, far from zero", ties), transform(right, x1 = x1 * 0.001 + 1000), ties = ties)
}

tau <- min(tapply(right$time, right$group, max))
for (pair in list(c(0, 1), c(0, 2), c(1, 2))) for (t in c(5, 10, tau)) {
  part <- lapply(pair, function(g) rmean(survfit(Surv(time, status) ~ 1, right[right$group == g, ]), t))
  d <- right[right$group %in% pair, ]
  difference <- part[[2]][1] - part[[1]][1]; se <- sqrt(part[[1]][2]^2 + part[[2]][2]^2)
  add(sprintf("RMST %d against %d to %g", pair[2], pair[1], t), "rmst",
      list(time = d$time, status = d$status, group = as.integer(d$group == pair[2]), tau = t),
      list(difference = difference, se = se, lower = difference - qnorm(0.975) * se, upper = difference + qnorm(0.975) * se,
           p = 2 * pnorm(-abs(difference / se))))
}

write(toJSON(list(source = paste("R", getRversion(), "survival", packageVersion("survival")), cases = cases),
  digits = I(15), auto_unbox = TRUE, na = "null", null = "null"), "tests/oracles/statistics/r-survival.json")
